#pragma once

#include <QJsonArray>
#include <QString>

namespace refrain::service {

/// A message as Slack's Block Kit shows it: the sender's text, which is mrkdwn by intent, and what stands below it.
/// Empty where nothing does: plain text needs no blocks.
[[nodiscard]] QJsonArray messageBlocks(const QString& text, const QJsonArray& below);

}  // namespace refrain::service
