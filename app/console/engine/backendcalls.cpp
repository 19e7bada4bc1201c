#include "console/engine/backendcalls.h"

#include "console/engine/engine.h"

#include <QJsonArray>
#include <QUuid>

namespace refrain::console {

ApiRequest BackendCalls::pageOf(const QString& path, const QString& after)
{
    ApiRequest request;
    request.path = path;
    request.query.addQueryItem(QStringLiteral("limit"), QStringLiteral("1000"));
    if (!after.isEmpty())
        request.query.addQueryItem(QStringLiteral("after"), QString::fromLatin1(QUrl::toPercentEncoding(after)));
    return request;
}

void BackendCalls::send(Make make, const Answer& answer)
{
    m_engine.post([make = std::move(make), answer](Engine& engine) {
        if (!engine.work()) {
            answer(Error::unavailable(Api::tr("You are signed out. Sign in again to see and do more.")));
            return;
        }
        ApiRequest request = make();
        if (request.method == "POST" && !request.asksOnly && request.idempotencyKey.isEmpty())
            request.idempotencyKey = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
        engine.work()->calls.send(request, &engine.work()->calls, [answer](const Result<ApiReply>& reply) {
            if (!reply)
                answer(reply.error());
            else if (!reply->ok())
                answer(reply->refusal());
            else
                answer(reply->json);
        });
    });
}

}  // namespace refrain::console
