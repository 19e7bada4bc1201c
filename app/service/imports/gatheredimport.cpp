#include "service/imports/gatheredimport.h"

#include "service/imports/importpart.h"
#include "service/usecases/recordjson.h"
#include "store/heldrowstore.h"
#include "store/preferencestore.h"
#include "wire/import.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace refrain::service {
namespace {

using Item = wire::ImportItem;

constexpr qsizetype sampleSize = 20;

constexpr QLatin1String fromField("from");
constexpr QLatin1String becomesField("becomes");
constexpr QLatin1String categoriesField("categories");
constexpr QLatin1String sampleField("sample");
constexpr QLatin1String sumField("sum");

void count(QJsonObject& counts, const QString& name, qint64 more = 1)
{
    counts.insert(name, counts.value(name).toInteger() + more);
}

void addAll(QJsonObject& counts, const QJsonObject& more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        count(counts, it.key(), it->toInteger());
}

/// Of one part what a second admin is told.
QByteArray tallyOf(const std::vector<Item>& items, const QByteArray& rows)
{
    QJsonObject from;
    QJsonObject becomes;
    QJsonObject categories;
    QJsonArray sample;
    for (const Item& item : items) {
        if (item.outcome != Item::Outcome::Changed)
            continue;
        count(from, item.before);
        count(becomes, item.after);
        count(categories, item.category);
        if (sample.size() < sampleSize)
            sample.append(QJsonArray{item.subject, item.category, item.after});
    }
    const QByteArray sum = QCryptographicHash::hash(rows, QCryptographicHash::Sha256).toHex();
    return toText({{fromField, from},
                   {becomesField, becomes},
                   {categoriesField, categories},
                   {sampleField, sample},
                   {sumField, QString::fromLatin1(sum)}});
}

Result<std::vector<store::ApprovalItem>> itemsOf(WorkspaceTransaction& transaction, const QJsonArray& sample)
{
    std::vector<store::ApprovalItem> items;
    for (const QJsonValue& value : sample) {
        const QJsonArray one = value.toArray();
        store::ApprovalItem item;
        item.position = qint64(items.size()) + 1;
        item.subject = SubjectId(one.at(0).toString());
        item.category = CategorySlug(one.at(1).toString());
        const auto now =
            store::PreferenceStore(transaction.database()).find(transaction.workspace(), item.subject, item.category);
        if (!now)
            return now.error();
        item.ifMatch = now->version;
        const QString state = one.at(2).toString();
        item.wish = state == QLatin1String("snoozed") ? toText({}) : toText({{QStringLiteral("state"), state}});
        items.push_back(std::move(item));
    }
    return items;
}

ApprovalGate::ImportAct actOf(const Import& import, bool undo)
{
    ApprovalGate::ImportAct act;
    act.act = {{QStringLiteral("import"), import.id},
               {QStringLiteral("name"), import.name},
               {QStringLiteral("undo"), undo},
               {QStringLiteral("tell"), import.tell},
               {QStringLiteral("summary"), wire::toJson(import.counts)}};
    return act;
}

}  // namespace

Result<ImportDesk::Taken> gatherPart(WorkspaceTransaction& transaction, PreferenceWriter& preferences,
                                     const Import& import, const wire::ImportPart& part)
{
    Result<ImportDesk::Taken> taken = ImportPartRun(transaction, preferences, import, true).run(part.rows);
    if (!taken)
        return taken;
    store::HeldPart held;
    held.from = part.from;
    held.rows = wire::importPartToBody(part);
    std::vector<Item>& items = taken->reply.items;
    QSet<QString> people;
    for (const Item& item : items) {
        if (item.outcome == Item::Outcome::Changed || item.outcome == Item::Outcome::Waiting)
            people.insert(item.subject);
    }
    held.people = QStringList(people.begin(), people.end());
    held.tally = tallyOf(items, held.rows);
    const Result<> kept = store::HeldRowStore(transaction.database()).add({transaction.workspace(), import.id}, held);
    if (!kept)
        return kept.error();
    // As of rows that are taken over, what is not is named.
    items.erase(std::remove_if(items.begin(), items.end(),
                               [](const Item& item) { return item.outcome == Item::Outcome::Changed; }),
                items.end());
    return taken;
}

Result<ApprovalGate::ImportAct> gathered(WorkspaceTransaction& transaction, const Import& import)
{
    const auto parts = store::HeldRowStore(transaction.database()).tallies({transaction.workspace(), import.id});
    if (!parts)
        return parts.error();
    ApprovalGate::ImportAct act = actOf(import, false);
    QSet<QString> people;
    QJsonObject from;
    QJsonObject becomes;
    QJsonObject categories;
    QJsonArray sample;
    for (const store::HeldPart& part : *parts) {
        people.unite({part.people.begin(), part.people.end()});
        const QJsonObject tally = fromText(part.tally);
        addAll(from, tally.value(fromField).toObject());
        addAll(becomes, tally.value(becomesField).toObject());
        addAll(categories, tally.value(categoriesField).toObject());
        const QJsonArray more = tally.value(sampleField).toArray();
        for (qsizetype i = 0; i < more.size() && sample.size() < sampleSize; ++i)
            sample.append(more.at(i));
        act.same += tally.value(sumField).toString().toLatin1();
    }
    auto items = itemsOf(transaction, sample);
    if (!items)
        return items.error();
    act.sample = *std::move(items);
    act.people = people.size();
    if (categories.size() == 1)
        act.category = CategorySlug(categories.begin().key());
    act.act.insert(fromField, from);
    act.act.insert(becomesField, becomes);
    act.act.insert(categoriesField, QJsonArray::fromStringList(categories.keys()));
    return act;
}

Result<ApprovalGate::ImportAct> turnedBack(WorkspaceTransaction& transaction, const Import& import)
{
    const Result<qint64> people = transaction.database().number(
        "SELECT count(DISTINCT c.subject) FROM import_parts AS p JOIN changes AS c ON c.workspace = p.workspace"
        " AND c.seq >= p.first_seq AND c.seq <= p.last_seq WHERE p.workspace = ? AND p.import = ?",
        {transaction.workspace(), import.id});
    if (!people)
        return people.error();
    ApprovalGate::ImportAct act = actOf(import, true);
    act.people = *people;
    act.same = import.id.toLatin1();
    return act;
}

}  // namespace refrain::service
