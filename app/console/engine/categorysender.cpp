#include "console/engine/categorysender.h"

#include "base/log.h"
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

CategorySender::CategorySender(Api& api, CacheStore& cache, QObject* parent)
    : QObject(parent), m_api(api), m_cache(cache)
{
}

void CategorySender::create(const Category& category, const Answer& answer)
{
    ApiRequest request;
    request.method = QByteArrayLiteral("POST");
    request.path = QStringLiteral("categories");
    request.body = wire::toJson(category);
    request.body.remove(QStringLiteral("version"));
    send(std::move(request), answer);
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
    send(std::move(request), answer);
}

void CategorySender::send(ApiRequest request, const Answer& answer)
{
    request.idempotencyKey = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    m_api.send(request, this, [this, answer](const Result<ApiReply>& reply) {
        if (!reply) {
            answer(Error::unavailable(
                tr("The backend cannot be reached, so nothing was changed. Try again when it is back. %1")
                    .arg(reply.error().message())));
            return;
        }
        if (!reply->ok()) {
            answer(refusal(*reply));
            return;
        }
        const auto category = wire::categoryFromJson(reply->json);
        if (!category) {
            answer(category.error());
            return;
        }
        if (Result<> kept = m_cache.upsertCategory(*category); !kept)
            qCWarning(log::console) << kept.error().toString();
        emit stored();
        answer(*category);
    });
}

}  // namespace refrain::console
