#include "console/imports/importcalls.h"

#include "console/engine/backendcalls.h"
#include "wire/fieldreader.h"
#include "wire/import.h"

namespace refrain::console {

namespace {

constexpr int longestWait = 120'000;  // A part of thousands, on a busy disk.

QString pathOf(const QString& id, const char* verb = "")
{
    return QStringLiteral("imports/") + ApiRequest::segment(id) + QLatin1String(verb);
}

ApiRequest posting(const QString& path, QJsonObject body = {}, const QByteArray& key = {})
{
    ApiRequest request;
    request.method = QByteArrayLiteral("POST");
    request.path = path;
    request.body = std::move(body);
    request.idempotencyKey = key;
    return request;
}

Result<ImportCalls::Taken> readTaken(const QJsonObject& answer)
{
    ImportCalls::Taken taken;
    const Result<wire::ImportReply> reply = wire::importReplyFromJson(answer);
    if (!reply)
        return reply.error();
    taken.reply = *reply;
    wire::FieldReader in(answer);
    wire::FieldReader counts = in.child("summary");
    taken.counts = {counts.number("changed", 0), counts.number("unchanged", 0), counts.number("refused", 0),
                    counts.number("waiting", 0), counts.number("broken", 0)};
    if (in.has("import")) {
        const Result<Import> import = wire::importFromJson(in.object("import"));
        if (!import)
            return import.error();
        taken.import = *import;
    }
    return taken;
}

Result<wire::ImportItem> readWaiting(const QJsonObject& object)
{
    Result<wire::ImportItem> item = wire::importItemFromJson(object);
    if (item)
        item->outcome = wire::ImportItem::Outcome::Waiting;
    return item;
}

/// Rows become text on the engine's thread.
BackendCalls::Make sending(const QString& path, const ImportCalls::Rows& rows, const QByteArray& key, bool asksOnly)
{
    return [path, rows, key, asksOnly] {
        ApiRequest request = posting(path, {}, key);
        request.bodyText = wire::importPartToBody(*rows);
        request.asksOnly = asksOnly;
        request.timeoutMs = longestWait;
        return request;
    };
}

}  // namespace

ImportCalls ImportCalls::to(BackendCalls& calls)
{
    ImportCalls made;
    made.check = [&calls](const Rows& rows) {
        return calls.ask<Taken>(sending(QStringLiteral("imports:check"), rows, {}, true), readTaken);
    };
    made.begin = [&calls](const Import& wish, const QByteArray& key) {
        return calls.ask<Import>(posting(QStringLiteral("imports"), wire::importWishToJson(wish), key),
                                 wire::importFromJson);
    };
    made.take = [&calls](const QString& id, const Rows& rows, const QByteArray& key) {
        return calls.ask<Taken>(sending(pathOf(id, "/rows"), rows, key, false), readTaken);
    };
    made.finish = [&calls](const QString& id) {
        return calls.ask<Import>(posting(pathOf(id, ":finish")), wire::importFromJson);
    };
    made.cancel = [&calls](const QString& id) {
        return calls.ask<Import>(posting(pathOf(id, ":cancel")), wire::importFromJson);
    };
    made.undo = [&calls](const QString& id) {
        return calls.ask<Import>(posting(pathOf(id, ":undo")), wire::importFromJson);
    };
    made.find = [&calls](const QString& id) {
        ApiRequest request;
        request.path = pathOf(id);
        return calls.ask<Import>(std::move(request), wire::importFromJson);
    };
    made.left = [&calls](const QString& id) { return calls.list(pathOf(id, "/left"), wire::importItemFromJson); };
    made.waiting = [&calls](const QString& id) { return calls.list(pathOf(id, "/waiting"), readWaiting); };
    made.list = [&calls] { return calls.list(QStringLiteral("imports"), wire::importFromJson); };
    return made;
}

}  // namespace refrain::console
