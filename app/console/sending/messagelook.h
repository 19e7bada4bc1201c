#pragma once

#include <QJsonArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace refrain::console {

/// How parts of a message are set apart where it is shown.
struct MarkupColours {
    QString link;   ///< "#0b6e75": links and mentions.
    QString quiet;  ///< The bar before a quotation.
    QString code;   ///< The ground of code.
};

/// Slack's mrkdwn as the rich text that Qt shows: bold, italic, struck, code, links, mentions, quotations. All that
/// people wrote is escaped; nothing in it can be pressed or loaded. `nameOf` answers the name behind a member's or a
/// channel's id, empty where it knows none. Pure; any thread.
[[nodiscard]] QString markupToHtml(const QString& text, const MarkupColours& colours,
                                   const std::function<QString(const QString& id)>& nameOf = {});

/// One part of a message, as far as a preview can show it.
struct MessagePart {
    enum class Sort { Text, Heading, Quiet, Divider, Buttons, Fields, Unknown };
    Sort sort = Sort::Text;
    QString text;       ///< mrkdwn, or plain where it is a heading; the block's type where it is not known.
    QStringList items;  ///< Of buttons and fields.
    bool plain = false;

    friend bool operator==(const MessagePart&, const MessagePart&) = default;
};

/// A message's parts from top to bottom. Without blocks the text is the one part.
[[nodiscard]] std::vector<MessagePart> messageParts(const QString& text, const QJsonArray& blocks);

/// `@channel`, `@here`, `@everyone`: whom the text calls beyond its recipients, each once, in this order.
[[nodiscard]] QStringList calledTogether(const QString& text);

}  // namespace refrain::console
