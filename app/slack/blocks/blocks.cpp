#include "slack/blocks/blocks.h"

namespace refrain::slack {
namespace {

constexpr qsizetype longestSection = 3000;
constexpr qsizetype longestHeader = 150;
constexpr qsizetype longestLabel = 75;
constexpr qsizetype longestHint = 150;
constexpr std::size_t optionsInGroup = 100;

QString cut(const QString& text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    // Not between the halves of a letter that takes two code units.
    const qsizetype end = text[longest - 2].isHighSurrogate() ? longest - 2 : longest - 1;
    return text.left(end) + QStringLiteral("…");
}

QJsonObject mrkdwn(const QString& text)
{
    return {{QStringLiteral("type"), QStringLiteral("mrkdwn")}, {QStringLiteral("text"), cut(text, longestSection)}};
}

QJsonObject plainText(const QString& text, qsizetype longest)
{
    // Slack refuses empty texts.
    return {{QStringLiteral("type"), QStringLiteral("plain_text")},
            {QStringLiteral("text"), text.isEmpty() ? QStringLiteral("–") : cut(text, longest)},
            {QStringLiteral("emoji"), false}};
}

QJsonArray optionsFrom(const std::vector<Option>& options, std::size_t from)
{
    QJsonArray some;
    for (std::size_t i = from; i < options.size() && i < from + optionsInGroup; ++i)
        some.append(option(options[i]));
    return some;
}

}  // namespace

QJsonObject section(const QString& text)
{
    return {{QStringLiteral("type"), QStringLiteral("section")}, {QStringLiteral("text"), mrkdwn(text)}};
}

QJsonObject context(const QString& text)
{
    return {{QStringLiteral("type"), QStringLiteral("context")},
            {QStringLiteral("elements"), QJsonArray{mrkdwn(text)}}};
}

QJsonObject header(const QString& plain)
{
    return {{QStringLiteral("type"), QStringLiteral("header")},
            {QStringLiteral("text"), plainText(plain, longestHeader)}};
}

QJsonObject divider()
{
    return {{QStringLiteral("type"), QStringLiteral("divider")}};
}

QJsonObject button(const QString& plain, const QString& actionId, const QString& value, ButtonStyle style)
{
    QJsonObject element{{QStringLiteral("type"), QStringLiteral("button")},
                        {QStringLiteral("text"), plainText(plain, longestLabel)},
                        {QStringLiteral("action_id"), actionId},
                        {QStringLiteral("value"), value}};
    if (style != ButtonStyle::Plain)
        element.insert(QStringLiteral("style"),
                       style == ButtonStyle::Primary ? QStringLiteral("primary") : QStringLiteral("danger"));
    return element;
}

QJsonObject actions(const QJsonArray& elements, const QString& blockId)
{
    QJsonObject block{{QStringLiteral("type"), QStringLiteral("actions")}, {QStringLiteral("elements"), elements}};
    if (!blockId.isEmpty())
        block.insert(QStringLiteral("block_id"), blockId);
    return block;
}

QJsonObject option(const Option& option)
{
    return {{QStringLiteral("text"), plainText(option.text, longestLabel)}, {QStringLiteral("value"), option.value}};
}

QJsonObject select(const QString& hint, const QString& actionId, const std::vector<Option>& options)
{
    QJsonObject element{{QStringLiteral("type"), QStringLiteral("static_select")},
                        {QStringLiteral("placeholder"), plainText(hint, longestHint)},
                        {QStringLiteral("action_id"), actionId}};
    if (options.size() <= optionsInGroup) {
        element.insert(QStringLiteral("options"), optionsFrom(options, 0));
        return element;
    }
    QJsonArray groups;
    for (std::size_t from = 0; from < options.size(); from += optionsInGroup)
        groups.append(QJsonObject{{QStringLiteral("label"), plainText(options[from].text, longestLabel)},
                                  {QStringLiteral("options"), optionsFrom(options, from)}});
    element.insert(QStringLiteral("option_groups"), groups);
    return element;
}

}  // namespace refrain::slack
