#include "wire/auditentry.h"

#include "wire/fieldreader.h"

namespace refrain::wire {

QJsonObject toJson(const AuditItem& item)
{
    QJsonObject object{{QStringLiteral("index"), item.index},
                       {QStringLiteral("leaf"), QString::fromLatin1(item.leaf.toBase64())},
                       {QStringLiteral("entry"), refrain::toJson(item.entry)},
                       {QStringLiteral("erased"), QJsonArray::fromStringList(item.erased)}};
    if (item.openings.empty())
        return object;
    QJsonArray openings;
    for (const Opening& opening : item.openings)
        openings.append(QJsonObject{{QStringLiteral("pointer"), opening.pointer},
                                    {QStringLiteral("value"), opening.value},
                                    {QStringLiteral("salt"), QString::fromLatin1(opening.salt.toBase64())}});
    object.insert(QStringLiteral("openings"), openings);
    return object;
}

Result<AuditItem> auditItemFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    AuditItem item;
    item.index = in.number("index", 0);
    item.leaf = in.base64("leaf");
    item.erased = in.texts("erased");
    const QJsonArray openings = in.array("openings");
    for (qsizetype i = 0; i < openings.size(); ++i) {
        FieldReader opening = in.element("openings", i, openings.at(i));
        item.openings.push_back({opening.text("pointer"), opening.text("value"), opening.base64("salt")});
    }
    Result<AuditEntry> entry = auditEntryFromJson(in.object("entry"));
    if (const Result<> done = in.done(); !done)
        return done.error();
    if (!entry)
        return entry.error();
    item.entry = *std::move(entry);
    return item;
}

}  // namespace refrain::wire
