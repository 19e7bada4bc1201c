#include "console/engine/categorysender.h"

#include "base/log.h"
#include "console/approvals/approvals.h"
#include "wire/category.h"

#include <QJsonArray>
#include <QUuid>

namespace refrain::console {

namespace {

/// The sentence of the field at fault where the problem names one, else its own.
Error refusal(const ApiReply& reply)
{
    const QJsonObject first = reply.json.value(QLatin1String("errors")).toArray().first().toObject();
    const QString detail = first.value(QLatin1String("detail")).toString();
    return detail.isEmpty() ? reply.error() : Error::invalid(detail, first.value(QLatin1String("pointer")).toString());
}

}  // namespace

CategorySender::CategorySender(Api& api, CacheStore& cache, const Clock& clock, QObject* parent)
    : QObject(parent), m_api(api), m_cache(cache), m_clock(clock)
{
}

void CategorySender::create(const Category& category, const Answer& answer)
{
    ApiRequest request;
    request.method = QByteArrayLiteral("POST");
    request.path = QStringLiteral("categories");
    request.body = wire::toJson(category);
    request.body.remove(QStringLiteral("version"));
    send(std::move(request), tr("%1 created").arg(category.title), answer);
}

void CategorySender::edit(const Category& before, const Category& after, const Answer& answer)
{
    const QJsonObject old = wire::toJson(before);
    const QJsonObject wanted = wire::toJson(after);
    ApiRequest request;
    request.method = QByteArrayLiteral("PATCH");
    request.path = QStringLiteral("categories/%1").arg(ApiRequest::segment(before.slug.toString()));
    for (auto field = wanted.begin(); field != wanted.end(); ++field) {
        if (field.key() != QLatin1String("version") && field.value() != old.value(field.key()))
            request.body.insert(field.key(), field.value());
    }
    request.ifMatch = QByteArray::number(before.version);
    const QString title = before.slug == everyCategory() ? tr("All optional messages") : after.title;
    send(std::move(request), tr("%1 changed").arg(title), answer);
}

void CategorySender::send(ApiRequest request, const QString& title, const Answer& answer)
{
    request.idempotencyKey = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    const Millis startedAt = m_clock.now();
    m_api.send(request, this, [this, title, startedAt, answer](const Result<ApiReply>& reply) {
        const Result<Category> category = take(reply);
        journal(title, startedAt, category);
        if (category)
            emit stored();
        answer(category);
    });
}

Result<Category> CategorySender::take(const Result<ApiReply>& reply)
{
    if (!reply)
        return Error::unavailable(
            tr("The backend cannot be reached, so nothing was changed. Try again when it is back. %1")
                .arg(reply.error().message()));
    if (!reply->ok())
        return refusal(*reply);
    if (isAskedInstead(reply->json))
        return Error::conflict(askedSentence());
    auto category = wire::categoryFromJson(reply->json);
    if (!category)
        return category;
    if (Result<> kept = m_cache.upsertCategory(*category); !kept)
        qCWarning(log::console) << kept.error().toString();
    return category;
}

void CategorySender::journal(const QString& title, Millis startedAt, const Result<Category>& outcome)
{
    Exchange exchange;
    exchange.what = tr("Category");
    exchange.result = title;
    exchange.startedAt = startedAt;
    exchange.finishedAt = m_clock.now();
    exchange.outcome = outcome ? SyncOutcome::Ok : SyncOutcome::Failed;
    exchange.counts.sent = outcome ? 1 : 0;
    exchange.counts.failed = outcome ? 0 : 1;
    if (!outcome)
        exchange.error = tr("%1: %2", "category, what went wrong").arg(title, outcome.error().message());
    if (Result<> done = m_cache.writeJournal(exchange); !done)
        qCWarning(log::sync) << done.error().toString();
    emit journaled();
}

}  // namespace refrain::console
