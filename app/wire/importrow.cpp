#include "wire/importrow.h"

#include "base/enumnames.h"
#include "wire/fieldreader.h"
#include "wire/jsontext.h"

namespace refrain::wire {

namespace {

using Outcome = ImportItem::Outcome;

constexpr EnumNames<Outcome, 5> outcomeNames{{{
    {Outcome::Changed, "changed"},
    {Outcome::Unchanged, "unchanged"},
    {Outcome::Refused, "refused"},
    {Outcome::Waiting, "waiting"},
    {Outcome::Broken, "broken"},
}}};

std::optional<Outcome> outcomeFromString(const QString& name)
{
    return outcomeNames.value(name);
}

constexpr qsizetype longestField = 2000;

QByteArray rowText(const ImportRow& row)
{
    JsonText fields;
    fields("line", row.line);
    for (const char* name : importFields) {
        const auto value = row.fields.constFind(QLatin1String(name));
        if (value != row.fields.constEnd() && !value->isEmpty())
            fields(name, value->left(longestField));
    }
    if (!row.fault.isEmpty())
        fields("fault", row.fault);
    return std::move(fields).text();
}

QByteArray itemText(const ImportItem& item)
{
    JsonText fields;
    fields("line", item.line);
    fields("outcome", outcomeNames.name(item.outcome));
    for (const auto& [key, value] :
         {std::pair{"subject", &item.subject}, std::pair{"category", &item.category}, std::pair{"before", &item.before},
          std::pair{"after", &item.after}, std::pair{"code", &item.code}, std::pair{"detail", &item.detail}}) {
        if (!value->isEmpty())
            fields(key, *value);
    }
    return std::move(fields).text();
}

ImportItem readItem(FieldReader& fields)
{
    ImportItem item;
    item.line = fields.number("line", 0);
    item.outcome = fields.word("outcome", outcomeFromString, Outcome::Unchanged);
    item.subject = fields.text("subject");
    item.category = fields.text("category");
    item.before = fields.text("before");
    item.after = fields.text("after");
    item.code = fields.text("code");
    item.detail = fields.text("detail");
    return item;
}

QByteArray joined(const QByteArrayList& texts)
{
    return '[' + texts.join(',') + ']';
}

}  // namespace

QString toString(ImportItem::Outcome outcome)
{
    return outcomeNames.name(outcome);
}

QByteArray importPartToBody(const ImportPart& part)
{
    QByteArrayList rows;
    rows.reserve(qsizetype(part.rows.size()));
    for (const ImportRow& row : part.rows)
        rows << rowText(row);
    JsonText body;
    body("from", part.from);
    body.raw("rows", joined(rows));
    return std::move(body).text();
}

Result<ImportPart> importPartFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    ImportPart part;
    part.from = in.number("from", 0);
    if (!in.has("rows"))
        in.fail("rows", QStringLiteral("This is missing."));
    const QJsonArray rows = in.array("rows");
    if (rows.size() > ImportPart::mostRows)
        in.fail("rows", QStringLiteral("At most 10,000 rows fit into one part; there are %1.").arg(rows.size()));
    if (const Result<> done = in.done(); !done)
        return done.error();
    part.rows.reserve(size_t(rows.size()));
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonObject fields = rows.at(i).toObject();
        ImportRow row;
        row.line = fields.value(QLatin1String("line")).toInteger(part.from + i + 1);
        row.fault = fields.value(QLatin1String("fault")).toString().left(longestField);
        for (const char* name : importFields) {
            const QJsonValue value = fields.value(QLatin1String(name));
            if (value.isString())
                row.fields.insert(QLatin1String(name), value.toString().left(longestField));
            else if (!value.isUndefined() && !value.isNull())
                row.fault = QStringLiteral("“%1” is no text.").arg(QLatin1String(name));
        }
        part.rows.push_back(std::move(row));
    }
    return part;
}

QByteArray importReplyToBody(const ImportReply& reply, const QJsonObject& counts, const QJsonObject& import)
{
    QByteArrayList items;
    items.reserve(qsizetype(reply.items.size()));
    for (const ImportItem& item : reply.items)
        items << itemText(item);
    JsonText body;
    body.raw("items", joined(items));
    body.raw("summary", toBody(counts));
    if (!import.isEmpty())
        body.raw("import", toBody(import));
    body("seq", reply.seq);
    return std::move(body).text();
}

Result<ImportItem> importItemFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    ImportItem item = readItem(in);
    const Result<> done = in.done();
    return done ? Result<ImportItem>(std::move(item)) : done.error();
}

Result<ImportReply> importReplyFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    ImportReply reply;
    reply.seq = in.number("seq", 0);
    const QJsonArray items = in.array("items");
    reply.items.reserve(size_t(items.size()));
    for (qsizetype i = 0; i < items.size(); ++i) {
        FieldReader fields = in.element("items", i, items.at(i));
        reply.items.push_back(readItem(fields));
    }
    if (const Result<> done = in.done(); !done)
        return done.error();
    return reply;
}

}  // namespace refrain::wire
