#include "console/bulk/bulkcalls.h"

#include "console/approvals/approvals.h"
#include "console/engine/backendcalls.h"

#include <QJsonArray>

namespace refrain::console {

namespace {

constexpr int longestWait = 120'000;  // A part of thousands, on a busy disk.

ApiRequest reading(const QString& path, const char* key, const QString& value)
{
    ApiRequest request;
    request.path = path;
    request.query.addQueryItem(QLatin1String(key), value);
    return request;
}

Result<MovedGround> readMoved(const QJsonObject& page, qint64 after, const CategorySlug& category)
{
    MovedGround moved;
    const QJsonArray items = page.value(QLatin1String("items")).toArray();
    moved.reached = items.isEmpty() ? qMax(after, page.value(QLatin1String("seq")).toInteger()) : after;
    for (const QJsonValue& value : items) {
        const QJsonObject item = value.toObject();
        const QString type = item.value(QLatin1String("type")).toString();
        moved.reached = qMax(moved.reached, item.value(QLatin1String("seq")).toInteger());
        if (item.value(QLatin1String("category")).toString() != category.toString())
            continue;
        if (type == QLatin1String("preference"))
            moved.subjects.emplace_back(item.value(QLatin1String("subject")).toString());
        else
            moved.everybody = true;
    }
    moved.isAll = page.value(QLatin1String("next")).toString().isEmpty();
    return moved;
}

}  // namespace

BulkCalls BulkCalls::to(BackendCalls& calls)
{
    BulkCalls made;
    made.send = [&calls](wire::BatchRequest part, QByteArray key) {
        const auto make = [part = std::move(part), key] {
            ApiRequest request;
            request.method = QByteArrayLiteral("POST");
            request.path = QStringLiteral("preferences:batch");
            request.body = wire::toJson(part);
            request.idempotencyKey = key;
            request.asksOnly = part.dryRun;
            request.timeoutMs = longestWait;
            return request;
        };
        using Items = std::vector<wire::BatchItem>;
        return calls.ask<Items>(make, [](const QJsonObject& answer) -> Result<Items> {
            // The rule became stricter meanwhile, or what was done within the hour counts too: this part was too much.
            return isAskedInstead(answer) ? Error::conflict(partAskedSentence()) : wire::batchReplyFromJson(answer);
        });
    };
    made.ask = [&calls](wire::ApprovalWish wish, QByteArray key) {
        const auto make = [wish = std::move(wish), key] {
            ApiRequest request;
            request.method = QByteArrayLiteral("POST");
            request.path = QStringLiteral("approvals");
            request.body = wire::toJson(wish);
            request.idempotencyKey = key;
            request.timeoutMs = longestWait;
            return request;
        };
        return calls.ask<qint64>(make, [](const QJsonObject& answer) -> Result<qint64> {
            return answer.value(QLatin1String("size")).toInteger();
        });
    };
    made.sequence = [&calls] {
        return calls.ask<qint64>(
            reading(QStringLiteral("subjects"), "limit", QStringLiteral("1")),
            [](const QJsonObject& page) -> Result<qint64> { return page.value(QLatin1String("seq")).toInteger(); });
    };
    made.movedSince = [&calls](qint64 after, CategorySlug category) {
        ApiRequest request = reading(QStringLiteral("changes"), "after", QString::number(after));
        request.query.addQueryItem(QStringLiteral("limit"), QStringLiteral("1000"));
        return calls.ask<MovedGround>(std::move(request), [after, category](const QJsonObject& page) {
            return readMoved(page, after, category);
        });
    };
    return made;
}

}  // namespace refrain::console
