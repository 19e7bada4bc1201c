#include "service/http/listquery.h"
#include "service/http/problem.h"
#include "service/routes/apiroutes.h"
#include "store/apikeystore.h"
#include "store/subjectstore.h"
#include "wire/auditentry.h"
#include "wire/proof.h"

namespace refrain::service {
namespace {

constexpr int mostActors = 200;

QJsonObject toJson(const ReadEntry& read)
{
    wire::AuditItem item;
    item.index = read.opened.entry.index;
    item.leaf = read.leaf;
    item.entry = read.opened.entry;
    item.erased = read.opened.erased;
    return wire::toJson(item);
}

/// `order`: asc (the default) or desc, newest first.
Result<bool> newestFirstIn(const web::Request& request)
{
    const QString order = request.query.value(u"order");
    if (order.isEmpty() || order == QLatin1String("asc"))
        return false;
    if (order == QLatin1String("desc"))
        return true;
    return fieldError(QStringLiteral("/order"), QStringLiteral("order is asc or desc."));
}

Result<store::AuditQuery> queryOf(const web::Request& request)
{
    const Result<int> limit = limitOf(request);
    const Result<QStringList> after = positionOf(request, 1);
    const auto source = wordOf(request, "source", sourceFromString);
    const auto became = wordOf(request, "became", preferenceStateFromString);
    const Result<std::optional<Millis>> from = timeOf(request, "from");
    const Result<std::optional<Millis>> to = timeOf(request, "to");
    const Result<std::optional<Millis>> asOf = timeOf(request, "asOf");
    if (!limit || !after || !source)
        return !limit ? limit.error() : !after ? after.error() : source.error();
    if (!became)
        return became.error();
    if (!from || !to || !asOf)
        return !from ? from.error() : !to ? to.error() : asOf.error();
    const Result<bool> newestFirst = newestFirstIn(request);
    if (!newestFirst)
        return newestFirst.error();
    store::AuditQuery query;
    query.newestFirst = *newestFirst;
    query.subject = SubjectId(request.query.value(u"subject"));
    query.categories = request.query.value(u"category").split(u',', Qt::SkipEmptyParts);
    query.actor = request.query.value(u"actor");
    query.source = *source;
    query.became = *became;
    query.from = *from;
    query.to = *to;
    if (*asOf)
        query.to = std::min(query.to.value_or(**asOf + 1), **asOf + 1);
    if (!after->first().isEmpty())
        query.after = after->first().toLongLong();
    query.limit = *limit;
    return query;
}

/// The ids of those people and keys whose name holds these words; that the log keeps no name in clear is why.
Result<QStringList> actorsCalled(const QString& words, const ApiCall& call, store::DatabasePool& pool)
{
    const Result<store::Database*> database = pool.connection();
    if (!database)
        return database.error();
    store::SubjectQuery wanted;
    wanted.kind = SubjectKind::User;
    wanted.text = words;
    wanted.limit = mostActors + 1;
    const auto people = store::SubjectStore(**database).page(call.workspace(), wanted);
    const auto keys = store::ApiKeyStore(**database).all(call.workspace());
    if (!people || !keys)
        return !people ? people.error() : keys.error();
    if (people->size() > size_t(mostActors))
        return fieldError(QStringLiteral("/actorName"),
                          QStringLiteral("More than %1 people are called so. Say more of the name.").arg(mostActors));
    QStringList ids;
    for (const Subject& person : *people)
        ids << person.id.toString();
    for (const store::ApiKey& key : *keys) {
        if (key.name.contains(words, Qt::CaseInsensitive))
            ids << key.id;
    }
    return ids;
}

Result<web::Response> list(const ApiCall& call, const ApiParts& parts)
{
    Result<store::AuditQuery> query = queryOf(call.request);
    if (!query)
        return query.error();
    if (const QString name = call.request.query.value(u"actorName").simplified(); !name.isEmpty()) {
        const Result<QStringList> actors = actorsCalled(name, call, parts.pool);
        if (!actors)
            return actors.error();
        query->actors = *actors;
    }
    const Result<AuditPage> page = parts.audit.page(call.workspace(), *query);
    if (!page)
        return page.error();
    QJsonArray items;
    for (const ReadEntry& entry : page->items)
        items.append(toJson(entry));
    const bool more = page->more && !page->items.empty();
    const QString next = more ? opaque({QString::number(page->items.back().opened.entry.index)}) : QString();
    web::Response response = listResponse(items, next, page->seq);
    return response;
}

Result<web::Response> one(const ApiCall& call, const ApiParts& parts)
{
    bool isNumber = false;
    const qint64 index = call.request.parameter(QStringLiteral("index")).toLongLong(&isNumber);
    if (!isNumber)
        return Error::notFound(QStringLiteral("There is no such entry in the audit log."));
    const Result<ReadEntry> entry = parts.audit.entry(call.workspace(), index);
    if (!entry)
        return entry.error();
    return web::Response::json(toJson(*entry));
}

Result<web::Response> checkpoint(const ApiCall& call, const ApiParts& parts)
{
    const Result<QByteArray> note = parts.audit.checkpoint(call.workspace());
    if (!note)
        return note.error();
    return web::Response::text(*note);
}

/// A parameter without which the question has no answer.
Result<qint64> required(const web::Request& request, const char* name)
{
    if (!request.query.contains(QString::fromLatin1(name)))
        return fieldError(QStringLiteral("/%1").arg(QString::fromLatin1(name)),
                          QStringLiteral("%1 is missing.").arg(QString::fromLatin1(name)));
    return numberOf(request, name, 0);
}

Result<web::Response> inclusion(const ApiCall& call, const ApiParts& parts)
{
    const Result<qint64> index = required(call.request, "index");
    const Result<qint64> size = numberOf(call.request, "size", 0);
    if (!index || !size)
        return !index ? index.error() : size.error();
    if (*size == 0 && call.request.query.contains(QStringLiteral("size")))
        return fieldError(QStringLiteral("/size"), QStringLiteral("A log of no entries has no proofs."));
    const Result<InclusionProof> proof = parts.audit.proof(call.workspace(), *index, *size);
    if (!proof)
        return proof.error();
    return web::Response::json(
        wire::toJson(wire::InclusionProof{proof->index, proof->size, proof->leaf, proof->hashes}));
}

Result<web::Response> consistency(const ApiCall& call, const ApiParts& parts)
{
    const Result<qint64> from = required(call.request, "from");
    const Result<qint64> to = required(call.request, "to");
    if (!from || !to)
        return !from ? from.error() : to.error();
    const Result<QList<TreeHash>> hashes = parts.audit.consistency(call.workspace(), *from, *to);
    if (!hashes)
        return hashes.error();
    return web::Response::json(wire::toJson(wire::ConsistencyProof{*from, *to, *hashes}));
}

Result<web::Response> evidence(const ApiCall& call, const ApiParts& parts)
{
    const SubjectId subject(call.request.parameter(QStringLiteral("subject")));
    const Result<wire::Evidence> bundle = parts.audit.evidence(call.workspace(), subject);
    if (!bundle)
        return bundle.error();
    return web::Response::json(wire::toJson(*bundle));
}

Result<web::Response> receipt(const ApiCall& call, const ApiParts& parts)
{
    const QString name = call.request.parameter(QStringLiteral("id"));
    const std::optional<ReceiptId> id = ReceiptId::fromString(name);
    if (!id)
        return Error::notFound(
            QStringLiteral("“%1” is no receipt's name; it looks like R-1043-9F3A2B77C1.").arg(name.left(60)));
    const Result<wire::Evidence> found = parts.audit.receipt(call.workspace(), *id);
    if (!found)
        return found.error();
    QJsonObject json = wire::toJson(*found);
    json.insert(QStringLiteral("receipt"), id->toString());
    return web::Response::json(json);
}

}  // namespace

void addAuditRoutes(Api& api, const ApiParts& parts)
{
    const auto add = [&](const QString& path, Result<web::Response> (*answer)(const ApiCall&, const ApiParts&)) {
        api.add("GET", path, Permission::Read, [parts, answer](const ApiCall& call) { return answer(call, parts); });
    };
    add(QStringLiteral("/audit"), list);
    add(QStringLiteral("/audit/checkpoint"), checkpoint);
    add(QStringLiteral("/audit/entries/{index}"), one);
    add(QStringLiteral("/audit/proof"), inclusion);
    add(QStringLiteral("/audit/consistency"), consistency);
    add(QStringLiteral("/audit/evidence/{subject}"), evidence);
    add(QStringLiteral("/receipts/{id}"), receipt);
}

}  // namespace refrain::service
