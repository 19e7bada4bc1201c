#include "console/engine/backendcalls.h"

#include "console/engine/engine.h"

#include <QJsonArray>
#include <QUuid>

namespace refrain::console {

void BackendCalls::send(ApiRequest request, const Answer& answer)
{
    if (request.method == "POST" && request.idempotencyKey.isEmpty())
        request.idempotencyKey = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    m_engine.post([request = std::move(request), answer](Engine& engine) {
        if (!engine.work()) {
            answer(Error::unavailable(Api::tr("You are signed out. Sign in again to see and do more.")));
            return;
        }
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
