#include "console/sending/messagelook.h"

#include "console/table/slacktext.h"

#include <QJsonObject>
#include <QRegularExpression>

namespace refrain::console {

namespace {

/// Finished pieces wait outside the text, so that nothing in them is read as markup again: each leaves one character
/// of Unicode's private area behind.
class Pieces {
public:
    [[nodiscard]] QString keep(const QString& html)
    {
        if (m_kept.size() >= room)
            return html;
        m_kept << html;
        return QString(QChar(char16_t(first + m_kept.size() - 1)));
    }
    /// A text in which no character stands for a piece yet.
    [[nodiscard]] static QString without(QString text)
    {
        for (QChar& character : text) {
            if (character.unicode() >= first && character.unicode() < first + room)
                character = QChar::ReplacementCharacter;
        }
        return text;
    }
    [[nodiscard]] QString putBack(const QString& text) const
    {
        QString out;
        for (const QChar character : text) {
            const int at = character.unicode() - first;
            if (at >= 0 && at < m_kept.size())
                out += putBack(m_kept.at(at));
            else
                out += character;
        }
        return out;
    }

private:
    static constexpr int first = 0xE000;
    static constexpr int room = 0x1900;
    QStringList m_kept;
};

QString replaced(const QString& text, const QRegularExpression& pattern,
                 const std::function<QString(const QRegularExpressionMatch&)>& with)
{
    QString out;
    qsizetype from = 0;
    for (auto found = pattern.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        out += text.mid(from, match.capturedStart() - from) + with(match);
        from = match.capturedEnd();
    }
    return out + text.mid(from);
}

QString decoded(QString text)
{
    return text.replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">"))
        .replace(QLatin1String("&amp;"), QLatin1String("&"));
}

QString coloured(const QString& html, const QString& colour)
{
    return QStringLiteral("<span style=\"color:%1\">").arg(colour) + html + QStringLiteral("</span>");
}

/// What stands for `<…>`: a link's label, a name.
QString referenceText(const QString& whole, const std::function<QString(const QString&)>& nameOf)
{
    static const QRegularExpression id(QStringLiteral("^<([@#])([A-Z0-9]{3,})>$"));
    const QRegularExpressionMatch match = id.match(whole);
    const QString name = match.hasMatch() && nameOf ? nameOf(match.captured(2)) : QString();
    return name.isEmpty() ? plainText(whole) : match.captured(1) + name;
}

QString emphasised(const QString& html, const char* mark, const char* tag)
{
    const QString m = QRegularExpression::escape(QLatin1String(mark));
    const QRegularExpression pattern(QStringLiteral("(?<![\\w%1])%1(?=\\S)([^%1\\n]+?)(?<=\\S)%1(?![\\w%1])").arg(m),
                                     QRegularExpression::UseUnicodePropertiesOption);
    return replaced(html, pattern, [tag](const QRegularExpressionMatch& match) {
        return QStringLiteral("<%1>%2</%1>").arg(QLatin1String(tag), match.captured(1));
    });
}

/// Also where the lines of a message are quotations: each gets a bar.
QString withLines(const QString& html, const QString& quiet)
{
    QStringList lines = html.split(u'\n');
    for (QString& line : lines) {
        if (line.startsWith(QLatin1String("&gt;")))
            line = coloured(QStringLiteral("▎"), quiet) + line.mid(4);
    }
    return lines.join(QStringLiteral("<br/>"));
}

QString textOf(const QJsonValue& value, bool* plain = nullptr)
{
    const QJsonObject object = value.toObject();
    if (plain)
        *plain = object.value(QLatin1String("type")).toString() == QLatin1String("plain_text");
    return value.isString() ? value.toString() : object.value(QLatin1String("text")).toString();
}

/// What stands on something that can be pressed: a button's words, the chosen line of a menu.
QString wordsOn(const QJsonObject& element)
{
    const QJsonObject chosen = element.value(QLatin1String("initial_option")).toObject();
    const QString text = textOf(element.value(QLatin1String("text")));
    if (!element.value(QLatin1String("type")).toString().endsWith(QLatin1String("_select")))
        return text;
    return textOf(chosen.isEmpty() ? element.value(QLatin1String("placeholder"))
                                   : chosen.value(QLatin1String("text"))) +
           QStringLiteral(" ▾");
}

QStringList textsOf(const QJsonValue& array)
{
    QStringList texts;
    for (const QJsonValue& value : array.toArray()) {
        const QString text = wordsOn(value.toObject());
        if (!text.isEmpty())
            texts << text;
    }
    return texts;
}

void addSection(const QJsonObject& block, std::vector<MessagePart>& parts)
{
    MessagePart said;
    said.text = textOf(block.value(QLatin1String("text")), &said.plain);
    if (!said.text.isEmpty())
        parts.push_back(said);
    QStringList fields;
    for (const QJsonValue& field : block.value(QLatin1String("fields")).toArray())
        fields << textOf(field);
    if (!fields.isEmpty())
        parts.push_back({MessagePart::Sort::Fields, {}, fields, false});
    const QString beside = wordsOn(block.value(QLatin1String("accessory")).toObject());
    if (!beside.isEmpty())
        parts.push_back({MessagePart::Sort::Buttons, {}, {beside}, true});
}

}  // namespace

QString markupToHtml(const QString& text, const MarkupColours& colours,
                     const std::function<QString(const QString& id)>& nameOf)
{
    static const QRegularExpression block(QStringLiteral("```\\n?(.+?)\\n?```"),
                                          QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression code(QStringLiteral("`([^`\\n]+)`"));
    static const QRegularExpression reference(QStringLiteral("<[^<>\\n]+>"));
    Pieces pieces;
    const auto keepCode = [&](const QRegularExpressionMatch& match) {
        const QString inside = decoded(match.captured(1)).toHtmlEscaped().replace(u'\n', QLatin1String("<br/>"));
        return pieces.keep(QStringLiteral("<code style=\"background-color:%1\">%2</code>").arg(colours.code, inside));
    };
    QString html = replaced(replaced(Pieces::without(text), block, keepCode), code, keepCode);
    html = replaced(html, reference, [&](const QRegularExpressionMatch& match) {
        return pieces.keep(coloured(referenceText(match.captured(), nameOf).toHtmlEscaped(), colours.link));
    });
    html = decoded(html).toHtmlEscaped();
    for (const auto& [mark, tag] : {std::pair{"*", "b"}, std::pair{"_", "i"}, std::pair{"~", "s"}})
        html = emphasised(html, mark, tag);
    return pieces.putBack(withLines(html, colours.quiet));
}

std::vector<MessagePart> messageParts(const QString& text, const QJsonArray& blocks)
{
    using Sort = MessagePart::Sort;
    std::vector<MessagePart> parts;
    if (blocks.isEmpty())
        return {{Sort::Text, text, {}, false}};
    for (const QJsonValue& value : blocks) {
        const QJsonObject block = value.toObject();
        const QString type = block.value(QLatin1String("type")).toString();
        if (type == QLatin1String("section"))
            addSection(block, parts);
        else if (type == QLatin1String("header"))
            parts.push_back({Sort::Heading, textOf(block.value(QLatin1String("text"))), {}, true});
        else if (type == QLatin1String("divider"))
            parts.push_back({Sort::Divider, {}, {}, false});
        else if (type == QLatin1String("actions"))
            parts.push_back({Sort::Buttons, {}, textsOf(block.value(QLatin1String("elements"))), true});
        else if (type == QLatin1String("context")) {
            QStringList said;
            for (const QJsonValue& element : block.value(QLatin1String("elements")).toArray())
                said << textOf(element);
            said.removeAll(QString());
            parts.push_back({Sort::Quiet, said.join(QStringLiteral("  ")), {}, false});
        } else
            parts.push_back({Sort::Unknown, type, {}, true});
    }
    return parts;
}

QStringList calledTogether(const QString& text)
{
    QStringList called;
    for (const QString& word : {QStringLiteral("channel"), QStringLiteral("here"), QStringLiteral("everyone")}) {
        const QRegularExpression call(QStringLiteral("<!%1(\\|[^<>]*)?>").arg(word));
        if (call.match(text).hasMatch())
            called << u'@' + word;
    }
    return called;
}

}  // namespace refrain::console
