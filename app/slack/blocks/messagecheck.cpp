#include "slack/blocks/messagecheck.h"

#include <QJsonObject>
#include <QSet>
#include <QUrl>

namespace refrain::slack {
namespace {

constexpr qsizetype longestText = 3000;
constexpr qsizetype longestField = 2000;
constexpr qsizetype longestHeader = 150;
constexpr qsizetype longestLabel = 75;
constexpr qsizetype longestId = 255;

QString typeOf(const QJsonValue& value)
{
    return value[QLatin1String("type")].toString();
}

/// One block under examination; the first fault is kept.
class Block {
public:
    Block(const QJsonObject& block, qsizetype number) : m_block(block), m_number(number) {}

    void check();
    [[nodiscard]] const QString& fault() const { return m_fault; }

private:
    void fail(const QString& what)
    {
        if (m_fault.isEmpty())
            m_fault = QStringLiteral("Block %1 (%2): %3.").arg(m_number).arg(typeOf(m_block), what);
    }
    void checkText(const QString& name, const QJsonValue& text, qsizetype longest, bool isPlain);
    void checkLength(const QString& name, const QJsonValue& value, qsizetype longest);
    void checkAddress(const QString& name, const QJsonValue& address);
    void checkSection();
    void checkContext();
    void checkActions();
    void checkImage(const QJsonValue& image);
    void checkButton(const QJsonValue& button);

    QJsonObject m_block;
    qsizetype m_number;
    QString m_fault;
};

void Block::check()
{
    const QString type = typeOf(m_block);
    checkLength(QStringLiteral("block_id"), m_block.value(QLatin1String("block_id")), longestId);
    if (type == QLatin1String("header"))
        checkText(QStringLiteral("text"), m_block.value(QLatin1String("text")), longestHeader, true);
    else if (type == QLatin1String("section"))
        checkSection();
    else if (type == QLatin1String("context"))
        checkContext();
    else if (type == QLatin1String("actions"))
        checkActions();
    else if (type == QLatin1String("image"))
        checkImage(m_block);
    else if (type != QLatin1String("divider"))
        fail(QStringLiteral("a message has blocks of type header, section, divider, image, context and actions"));
}

void Block::checkText(const QString& name, const QJsonValue& text, qsizetype longest, bool isPlain)
{
    const QString type = typeOf(text);
    const QString written = text[QLatin1String("text")].toString();
    if (!text.isObject() || (type != QLatin1String("plain_text") && type != QLatin1String("mrkdwn")))
        fail(QStringLiteral("%1 must be an object with type %2 and text")
                 .arg(name, isPlain ? QStringLiteral("plain_text") : QStringLiteral("mrkdwn or plain_text")));
    else if (isPlain && type != QLatin1String("plain_text"))
        fail(QStringLiteral("%1 must be plain_text").arg(name));
    else if (written.isEmpty())
        fail(QStringLiteral("%1 is empty").arg(name));
    else
        checkLength(name, written, longest);
}

void Block::checkLength(const QString& name, const QJsonValue& value, qsizetype longest)
{
    if (value.isUndefined())
        return;
    if (!value.isString())
        fail(QStringLiteral("%1 must be a text").arg(name));
    else if (value.toString().size() > longest)
        fail(QStringLiteral("%1 has %2 characters, and Slack takes %3")
                 .arg(name)
                 .arg(value.toString().size())
                 .arg(longest));
}

void Block::checkAddress(const QString& name, const QJsonValue& address)
{
    const QUrl url(address.toString(), QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || url.host().isEmpty() || !isWeb)
        fail(QStringLiteral("%1 must be an address that begins with https:// or http://").arg(name));
    checkLength(name, address, longestText);
}

void Block::checkSection()
{
    const QJsonValue text = m_block.value(QLatin1String("text"));
    const QJsonValue fields = m_block.value(QLatin1String("fields"));
    if (!text.isUndefined() || fields.isUndefined())
        checkText(QStringLiteral("text"), text, longestText, false);
    const QJsonArray all = fields.toArray();
    if (!fields.isUndefined() && (all.isEmpty() || all.size() > 10))
        fail(QStringLiteral("fields must be a list of 1 to 10 texts"));
    for (const QJsonValue& field : all)
        checkText(QStringLiteral("a field"), field, longestField, false);
    const QJsonValue accessory = m_block.value(QLatin1String("accessory"));
    if (accessory.isUndefined())
        return;
    if (typeOf(accessory) == QLatin1String("image"))
        checkImage(accessory);
    else
        checkButton(accessory);
}

void Block::checkContext()
{
    const QJsonArray elements = m_block.value(QLatin1String("elements")).toArray();
    if (elements.isEmpty() || elements.size() > 10)
        fail(QStringLiteral("elements must be a list of 1 to 10 texts and images"));
    for (const QJsonValue& element : elements) {
        if (typeOf(element) == QLatin1String("image"))
            checkImage(element);
        else
            checkText(QStringLiteral("an element"), element, longestText, false);
    }
}

void Block::checkActions()
{
    const QJsonArray elements = m_block.value(QLatin1String("elements")).toArray();
    if (elements.isEmpty() || elements.size() > 25)
        fail(QStringLiteral("elements must be a list of 1 to 25 buttons"));
    QSet<QString> ids;
    for (const QJsonValue& element : elements) {
        checkButton(element);
        const QString id = element[QLatin1String("action_id")].toString();
        if (!id.isEmpty() && ids.contains(id))
            fail(QStringLiteral("two buttons have the action_id “%1”").arg(id));
        ids.insert(id);
    }
}

void Block::checkImage(const QJsonValue& image)
{
    checkAddress(QStringLiteral("image_url"), image[QLatin1String("image_url")]);
    const QJsonValue alt = image[QLatin1String("alt_text")];
    if (alt.toString().isEmpty())
        fail(QStringLiteral("an image needs an alt_text, for those who cannot see it"));
    checkLength(QStringLiteral("alt_text"), alt, longestField);
    if (!image[QLatin1String("title")].isUndefined())
        checkText(QStringLiteral("title"), image[QLatin1String("title")], longestField, true);
}

void Block::checkButton(const QJsonValue& button)
{
    if (typeOf(button) != QLatin1String("button") || button[QLatin1String("url")].toString().isEmpty())
        return fail(QStringLiteral("only buttons with a url may stand here; nobody would answer anything else"));
    checkText(QStringLiteral("a button's text"), button[QLatin1String("text")], longestLabel, true);
    checkAddress(QStringLiteral("url"), button[QLatin1String("url")]);
    const QJsonValue id = button[QLatin1String("action_id")];
    checkLength(QStringLiteral("action_id"), id, longestId);
    if (id.toString().startsWith(QLatin1String("optout.")))
        fail(QStringLiteral("an action_id that begins with “optout.” is Refrain's own"));
}

}  // namespace

Result<> checkMessageBlocks(const QJsonArray& blocks, qsizetype most)
{
    if (blocks.size() > most)
        return Error::invalid(
            QStringLiteral("The message has %1 blocks. Slack takes 50, and one of them holds the buttons "
                           "to opt out: %2 are left.")
                .arg(blocks.size())
                .arg(most));
    QSet<QString> ids;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        if (!blocks.at(i).isObject())
            return Error::invalid(QStringLiteral("Block %1 is no object with a type.").arg(i + 1));
        Block block(blocks.at(i).toObject(), i + 1);
        block.check();
        if (!block.fault().isEmpty())
            return Error::invalid(block.fault());
        const QString id = blocks.at(i)[QLatin1String("block_id")].toString();
        if (!id.isEmpty() && ids.contains(id))
            return Error::invalid(QStringLiteral("Two blocks have the block_id “%1”.").arg(id));
        ids.insert(id);
    }
    return {};
}

}  // namespace refrain::slack
