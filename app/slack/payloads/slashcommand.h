#pragma once

#include "base/id.h"
#include "base/secret.h"

#include <QJsonObject>
#include <QString>

namespace refrain::slack {

/// A slash command that somebody typed (docs.slack.dev/interactivity/implementing-slash-commands).
struct SlashCommand {
    WorkspaceId workspace;  ///< The installation that must answer.
    QString team;           ///< Where it was typed; differs from `workspace` where an organization installed the app.
    SubjectId user;
    QString userName;  ///< A label for people who are not in the directory yet; never a key.
    QString channel;
    QString name;        ///< "/optout"
    QString text;        ///< What follows it, as typed.
    Secret responseUrl;  ///< Where a late answer goes: whoever has it can post as the app.
    QString triggerId;   ///< Names this very act: the same for a repeated delivery. Opens a modal within 3 s.

    /// The form's fields over HTTP, the payload in Socket Mode. What is absent is empty.
    [[nodiscard]] static SlashCommand parse(const QJsonObject& fields);
};

}  // namespace refrain::slack
