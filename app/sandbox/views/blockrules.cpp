#include "sandbox/views/blockrules.h"

#include "sandbox/views/elementrules.h"

#include <QSet>

namespace refrain::sandbox {

namespace {

constexpr qsizetype mostViewBlocks = 100;
constexpr qsizetype longestTitle = 24;

QString below(const QString& pointer, const char* name)
{
    return pointer + QLatin1Char('/') + QLatin1String(name);
}

void checkSection(const QJsonObject& block, const QString& pointer, Complaints& complaints)
{
    const QJsonValue text = block.value(QStringLiteral("text"));
    const QJsonValue fields = block.value(QStringLiteral("fields"));
    if (!text.isUndefined() || fields.isUndefined())
        complaints.checkText(text, below(pointer, "text"), 3000, true);
    if (!fields.isUndefined() && complaints.checkCount(fields, below(pointer, "fields"), 1, 10))
        for (qsizetype i = 0; i < fields.toArray().size(); ++i)
            complaints.checkText(fields.toArray().at(i), QStringLiteral("%1/fields/%2").arg(pointer).arg(i), 2000,
                                 true);
    if (block.contains(QStringLiteral("accessory")))
        checkElement(block.value(QStringLiteral("accessory")).toObject(), below(pointer, "accessory"),
                     ElementPlace::Section, complaints);
}

void checkActions(const QJsonObject& block, const QString& pointer, Complaints& complaints)
{
    const QJsonValue elements = block.value(QStringLiteral("elements"));
    if (!complaints.checkCount(elements, below(pointer, "elements"), 1, 25))
        return;
    QSet<QString> ids;
    for (qsizetype i = 0; i < elements.toArray().size(); ++i) {
        const QJsonObject element = elements.toArray().at(i).toObject();
        const QString at = QStringLiteral("%1/elements/%2").arg(pointer).arg(i);
        checkElement(element, at, ElementPlace::Actions, complaints);
        const QString id = element.value(QStringLiteral("action_id")).toString();
        if (!id.isEmpty() && ids.contains(id))
            complaints.add(below(at, "action_id"), QStringLiteral("`action_id` %1 already exists").arg(id));
        ids.insert(id);
    }
}

void checkContext(const QJsonObject& block, const QString& pointer, Complaints& complaints)
{
    const QJsonValue elements = block.value(QStringLiteral("elements"));
    if (!complaints.checkCount(elements, below(pointer, "elements"), 1, 10))
        return;
    for (qsizetype i = 0; i < elements.toArray().size(); ++i) {
        const QJsonValue element = elements.toArray().at(i);
        if (element[QLatin1String("type")].toString() != QStringLiteral("image"))
            complaints.checkText(element, QStringLiteral("%1/elements/%2").arg(pointer).arg(i), 3000, true);
    }
}

void checkInput(const QJsonObject& block, const QString& pointer, Complaints& complaints)
{
    complaints.checkText(block.value(QStringLiteral("label")), below(pointer, "label"), 2000, false);
    if (block.contains(QStringLiteral("hint")))
        complaints.checkText(block.value(QStringLiteral("hint")), below(pointer, "hint"), 2000, false);
    checkElement(block.value(QStringLiteral("element")).toObject(), below(pointer, "element"), ElementPlace::Input,
                 complaints);
}

void checkBlock(const QJsonObject& block, const QString& pointer, Complaints& complaints)
{
    static const QStringList unseen{QStringLiteral("divider"), QStringLiteral("image"), QStringLiteral("rich_text"),
                                    QStringLiteral("video"),   QStringLiteral("file"),  QStringLiteral("markdown")};
    const QString type = block.value(QStringLiteral("type")).toString();
    complaints.checkLength(block.value(QStringLiteral("block_id")), below(pointer, "block_id"), 255);
    if (type == QStringLiteral("section"))
        checkSection(block, pointer, complaints);
    else if (type == QStringLiteral("header"))
        complaints.checkText(block.value(QStringLiteral("text")), below(pointer, "text"), 150, false);
    else if (type == QStringLiteral("actions"))
        checkActions(block, pointer, complaints);
    else if (type == QStringLiteral("context"))
        checkContext(block, pointer, complaints);
    else if (type == QStringLiteral("input"))
        checkInput(block, pointer, complaints);
    else if (!unseen.contains(type))
        complaints.add(pointer, QStringLiteral("unsupported type: %1").arg(type));
}

bool hasInput(const QJsonArray& blocks)
{
    for (const QJsonValue& block : blocks)
        if (block[QLatin1String("type")].toString() == QStringLiteral("input"))
            return true;
    return false;
}

}  // namespace

void checkBlocks(const QJsonValue& blocks, const QString& pointer, qsizetype most, Complaints& complaints)
{
    if (!complaints.checkCount(blocks, pointer, 0, most))
        return;
    QSet<QString> ids;
    for (qsizetype i = 0; i < blocks.toArray().size(); ++i) {
        const QJsonObject block = blocks.toArray().at(i).toObject();
        const QString at = QStringLiteral("%1/%2").arg(pointer).arg(i);
        checkBlock(block, at, complaints);
        const QString id = block.value(QStringLiteral("block_id")).toString();
        if (!id.isEmpty() && ids.contains(id))
            complaints.add(below(at, "block_id"), QStringLiteral("`block_id` %1 already exists").arg(id));
        ids.insert(id);
    }
}

void checkView(const QJsonObject& view, const QString& type, Complaints& complaints)
{
    const QString root = QStringLiteral("/view");
    const QString given = view.value(QStringLiteral("type")).toString();
    if (given != type) {
        complaints.add(root + QStringLiteral("/type"), QStringLiteral("unsupported type: %1").arg(given));
        return;
    }
    checkBlocks(view.value(QStringLiteral("blocks")), root + QStringLiteral("/blocks"), mostViewBlocks, complaints);
    complaints.checkLength(view.value(QStringLiteral("private_metadata")), below(root, "private_metadata"), 3000);
    complaints.checkLength(view.value(QStringLiteral("callback_id")), below(root, "callback_id"), 255);
    complaints.checkLength(view.value(QStringLiteral("external_id")), below(root, "external_id"), 255);
    if (type != QStringLiteral("modal"))
        return;
    complaints.checkText(view.value(QStringLiteral("title")), below(root, "title"), longestTitle, false);
    for (const char* name : {"submit", "close"})
        if (view.contains(QLatin1String(name)))
            complaints.checkText(view.value(QLatin1String(name)), below(root, name), longestTitle, false);
    if (hasInput(view.value(QStringLiteral("blocks")).toArray()) && !view.contains(QStringLiteral("submit")))
        complaints.add(root, QStringLiteral("`submit` is required when an `input` is in blocks"));
}

QJsonArray withIds(QJsonArray blocks)
{
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        QJsonObject block = blocks.at(i).toObject();
        if (block.value(QStringLiteral("block_id")).toString().isEmpty())
            block.insert(QStringLiteral("block_id"), QStringLiteral("b%1").arg(i));
        blocks.replace(i, block);
    }
    return blocks;
}

}  // namespace refrain::sandbox
