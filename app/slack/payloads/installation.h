#pragma once

#include "base/id.h"

#include <QJsonObject>
#include <QJsonValue>

/// What all of Slack's payloads have in common.
namespace refrain::slack {

/// True for `true` and for "true": slash commands write flags as text.
[[nodiscard]] bool isTrue(const QJsonValue& flag);

/// The installation that a payload is for: the organization where the app was installed as a whole, else the team.
/// Empty where the payload names none.
[[nodiscard]] WorkspaceId installationOf(const QJsonValue& isEnterpriseInstall, const QString& enterprise,
                                         const QString& team);

/// Text that people typed, without Slack's escaping of &, < and >.
[[nodiscard]] QString unescaped(QString text);

/// `text` as literal text inside mrkdwn: as withoutTurns(), and &, < and > escaped, so that nobody's words become a
/// mention or a link
/// (docs.slack.dev/messaging/formatting-message-text).
[[nodiscard]] QString escaped(QString text);

/// escaped(), and marks as signs that only look like them (∗ ˍ ∼ ˋ): mrkdwn has no way to write a literal one, and
/// zero-width characters around it are no promise. For what people typed and what things are called.
[[nodiscard]] QString plainly(const QString& text);

/// mrkdwn where it is no mrkdwn: "*Reminders*" without the marks that make it bold, italic, struck through or code.
[[nodiscard]] QString withoutMarks(QString mrkdwn);

}  // namespace refrain::slack
