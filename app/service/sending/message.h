#pragma once

#include <QJsonArray>
#include <QString>

namespace refrain::service {

/// What a sender wants said.
struct Message {
    QString text;       ///< mrkdwn by intent; with blocks it is what notifications and screen readers show.
    QJsonArray blocks;  ///< Empty: the text alone.
};

/// A message as Slack's Block Kit shows it, and what stands below it. Empty where nothing does and the message has no
/// blocks of its own: plain text needs none.
[[nodiscard]] QJsonArray messageBlocks(const Message& message, const QJsonArray& below);

}  // namespace refrain::service
