#include "service/routes/importroutes.h"

#include "service/http/listquery.h"
#include "service/usecases/recordjson.h"
#include "wire/approval.h"
#include "wire/import.h"

namespace refrain::service {
namespace {

constexpr qint64 partLimit = 16 * 1024 * 1024;

store::ImportKey keyOf(const ApiCall& call)
{
    return {call.workspace(), call.request.parameter(QStringLiteral("id"))};
}

EditContext contextOf(const ApiCall& call)
{
    return {call.principal.source, call.principal.actor, {}, {}};
}

web::Response answerOf(const ImportDesk::Taken& taken, bool withImport)
{
    return web::Response::jsonText(wire::importReplyToBody(taken.reply, wire::toJson(taken.counts),
                                                           withImport ? wire::toJson(taken.import) : QJsonObject()));
}

Result<wire::ImportPart> partOf(const ApiCall& call)
{
    const Result<QJsonObject> body = call.body();
    return body ? wire::importPartFromJson(*body) : Result<wire::ImportPart>(body.error());
}

Result<web::Response> check(const ApiCall& call, ImportDesk& desk)
{
    const Result<wire::ImportPart> part = partOf(call);
    if (!part)
        return part.error();
    const Result<ImportDesk::Taken> taken = desk.check(call.workspace(), part->rows);
    return taken ? Result<web::Response>(answerOf(*taken, false)) : taken.error();
}

Result<web::Response> begin(const ApiCall& call, ImportDesk& desk, const Repeatable::Keep& keep)
{
    const Result<QJsonObject> body = call.body();
    if (!body)
        return body.error();
    const Result<Import> wish = wire::importWishFromJson(*body);
    if (!wish)
        return wish.error();
    web::Response response;
    const Result<Import> begun =
        desk.begin(call.workspace(), *wish, contextOf(call), [&](store::Database& database, const Import& import) {
            response = web::Response::json(wire::toJson(import), 201);
            return keep(database, response);
        });
    return begun ? Result<web::Response>(response) : begun.error();
}

Result<web::Response> take(const ApiCall& call, ImportDesk& desk, const Repeatable::Keep& keep)
{
    const Result<wire::ImportPart> part = partOf(call);
    if (!part)
        return part.error();
    web::Response response;
    const auto taken = desk.take(keyOf(call), *part, [&](store::Database& database, const ImportDesk::Taken& what) {
        response = answerOf(what, true);
        return keep(database, response);
    });
    return taken ? Result<web::Response>(response) : taken.error();
}

/// With the request that waits for a second admin, where there is one.
Result<web::Response> answerOf(const ApiCall& call, ImportDesk& desk, const Result<Import>& import, int status = 200)
{
    if (!import)
        return import.error();
    const auto asked = desk.asked({call.workspace(), import->id});
    if (!asked)
        return asked.error();
    QJsonObject answer = wire::toJson(*import);
    if (*asked)
        answer.insert(QStringLiteral("approval"), wire::toJson(**asked));
    return web::Response::json(answer, status);
}

Result<web::Response> end(const ApiCall& call, ImportDesk& desk, ImportState state)
{
    const Result<Import> ended = desk.end(keyOf(call), state, contextOf(call));
    const bool isOver = ended && ended->state != ImportState::Held && ended->state != ImportState::Applying;
    return answerOf(call, desk, ended, isOver ? 200 : 202);
}

Result<web::Response> list(const ApiCall& call, const ImportRouteParts& parts)
{
    const Result<int> limit = limitOf(call.request);
    const Result<QStringList> after = positionOf(call.request, 2);
    const Result<qint64> change = numberOf(call.request, "change", 0);
    const Result<qint64> seq = parts.reader.seq(call.workspace());
    if (!limit || !after || !change || !seq)
        return !limit ? limit.error() : !after ? after.error() : !change ? change.error() : seq.error();
    if (*change > 0) {
        const auto one = parts.desk.ofChange(call.workspace(), *change);
        if (!one)
            return one.error();
        return listResponse(*one ? QJsonArray{wire::toJson(**one)} : QJsonArray(), {}, *seq);
    }
    const auto page = parts.desk.list(call.workspace(), {after->at(0).toLongLong(), after->at(1)}, *limit + 1);
    if (!page)
        return page.error();
    return pageOf(
        *page, *limit, *seq, [](const Import& import) { return wire::toJson(import); },
        [](const Import& import) {
            return QStringList{QString::number(import.startedAt), import.id};
        });
}

Result<web::Response> waiting(const ApiCall& call, const ImportRouteParts& parts)
{
    const Result<int> limit = limitOf(call.request);
    const Result<QStringList> after = positionOf(call.request, 1);
    const Result<qint64> seq = parts.reader.seq(call.workspace());
    if (!limit || !after || !seq)
        return !limit ? limit.error() : !after ? after.error() : seq.error();
    const auto rows = parts.desk.waiting(keyOf(call), after->at(0).toLongLong(), *limit + 1);
    if (!rows)
        return rows.error();
    return pageOf(
        *rows, *limit, *seq,
        [](const store::WaitingRow& row) {
            QJsonObject item = fromText(row.wish);
            item.insert(QStringLiteral("line"), row.line);
            return item;
        },
        [](const store::WaitingRow& row) { return QStringList{QString::number(row.line)}; });
}

QJsonObject toJson(const store::LeftRow& row)
{
    return {{QStringLiteral("line"), row.line},       {QStringLiteral("outcome"), row.outcome},
            {QStringLiteral("subject"), row.subject}, {QStringLiteral("category"), row.category},
            {QStringLiteral("code"), row.code},       {QStringLiteral("detail"), row.detail}};
}

Result<web::Response> left(const ApiCall& call, const ImportRouteParts& parts)
{
    const Result<int> limit = limitOf(call.request);
    const Result<QStringList> after = positionOf(call.request, 1);
    const Result<qint64> seq = parts.reader.seq(call.workspace());
    if (!limit || !after || !seq)
        return !limit ? limit.error() : !after ? after.error() : seq.error();
    const auto rows = parts.desk.left(keyOf(call), after->at(0).toLongLong(), *limit + 1);
    if (!rows)
        return rows.error();
    return pageOf(
        *rows, *limit, *seq, [](const store::LeftRow& row) { return toJson(row); },
        [](const store::LeftRow& row) { return QStringList{QString::number(row.line)}; });
}

}  // namespace

void addImportRoutes(Api& api, const ImportRouteParts& parts)
{
    const QString path = QStringLiteral("/imports");
    const QString one = path + QStringLiteral("/{id}");
    api.add("GET", path, Permission::Read, [parts](const ApiCall& call) { return list(call, parts); });
    api.add("GET", one, Permission::Read,
            [parts](const ApiCall& call) { return answerOf(call, parts.desk, parts.desk.find(keyOf(call))); });
    api.add("GET", one + QStringLiteral("/waiting"), Permission::Administer,
            [parts](const ApiCall& call) { return waiting(call, parts); });
    api.add("GET", one + QStringLiteral("/left"), Permission::Administer,
            [parts](const ApiCall& call) { return left(call, parts); });
    api.add("POST", path + QStringLiteral(":check"), Permission::Administer,
            [parts](const ApiCall& call) { return check(call, parts.desk); }, {partLimit});
    api.add("POST", path, Permission::Administer, [parts](const ApiCall& call) {
        return parts.repeatable.run(call, [&](const Repeatable::Keep& keep) { return begin(call, parts.desk, keep); });
    });
    api.add("POST", one + QStringLiteral("/rows"), Permission::Administer,
            [parts](const ApiCall& call) {
                return parts.repeatable.run(call,
                                            [&](const Repeatable::Keep& keep) { return take(call, parts.desk, keep); });
            },
            {partLimit});
    for (const auto& [verb, state] :
         {std::pair{":finish", ImportState::Done}, std::pair{":cancel", ImportState::Cancelled}})
        api.add("POST", one + QLatin1String(verb), Permission::Administer,
                [parts, state = state](const ApiCall& call) { return end(call, parts.desk, state); });
    api.add("POST", one + QStringLiteral(":undo"), Permission::Administer, [parts](const ApiCall& call) {
        return answerOf(call, parts.desk, parts.undo.begin(keyOf(call), contextOf(call)), 202);
    });
}

}  // namespace refrain::service
