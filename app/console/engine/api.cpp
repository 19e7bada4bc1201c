#include "console/engine/api.h"

#include "console/engine/sendandthen.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>

namespace refrain::console {

QString ApiRequest::segment(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, QByteArrayLiteral("*")));
}

QString ApiReply::code() const
{
    return json.value(QLatin1String("code")).toString();
}

QString ApiReply::detail() const
{
    const QString detail = json.value(QLatin1String("detail")).toString();
    return detail.isEmpty() ? json.value(QLatin1String("title")).toString() : detail;
}

Error ApiReply::error() const
{
    const QString sentence =
        detail().isEmpty() ? Api::tr("The backend answered with status %1.").arg(status) : detail();
    const QString context = QStringLiteral("HTTP %1 %2").arg(status).arg(code());
    switch (status) {
        case 401: return Error::unauthorized(sentence, context);
        case 403: return Error::forbidden(sentence, context);
        case 404:
        case 410: return Error::notFound(sentence, context);
        case 409: return Error::conflict(sentence, context);
        case 412: return Error::precondition(sentence, context);
        case 408:
        case 429: return Error::unavailable(sentence, context);
        default: return status >= 500 ? Error::unavailable(sentence, context) : Error::invalid(sentence, context);
    }
}

Error ApiReply::refusal() const
{
    const QJsonObject first = json.value(QLatin1String("errors")).toArray().first().toObject();
    const QString sentence = first.value(QLatin1String("detail")).toString();
    return sentence.isEmpty() ? error() : Error::invalid(sentence, first.value(QLatin1String("pointer")).toString());
}

Api::Api(net::Transport& transport, Session& session, QObject* parent)
    : QObject(parent), m_transport(transport), m_session(session)
{
}

void Api::send(const ApiRequest& request, QObject* context, const Answer& answer)
{
    m_session.withToken(context,
                        [this, request, context = QPointer<QObject>(context), answer](const Result<Secret>& token) {
                            if (!context)
                                return;
                            if (token) {
                                sendWith(request, *token, true, context, answer);
                                return;
                            }
                            if (token.error().isTransient())
                                emit unreachable(token.error());
                            answer(token.error());
                        });
}

void Api::sendWith(const ApiRequest& request, const Secret& token, bool mayRenew, QObject* context,
                   const Answer& answer)
{
    net::HttpRequest http;
    http.method = request.method;
    http.timeout = std::chrono::milliseconds(request.timeoutMs);
    http.replyLimit = 64LL * 1024 * 1024;
    http.url = m_session.backend();
    const QString base = QStringLiteral("/v1/workspaces/") + ApiRequest::segment(m_workspace.toString());
    http.url.setPath(request.path.isEmpty() ? base : base + QLatin1Char('/') + request.path, QUrl::TolerantMode);
    http.url.setQuery(request.query);
    http.headers.append({QByteArrayLiteral("Authorization"), "Bearer " + token.reveal()});
    if (!m_session.launchSecret().isEmpty())
        http.headers.append({QByteArrayLiteral("Refrain-Launch"), m_session.launchSecret().reveal()});
    if (!request.ifMatch.isEmpty())
        http.headers.append({QByteArrayLiteral("If-Match"), request.ifMatch});
    if (!request.idempotencyKey.isEmpty())
        http.headers.append({QByteArrayLiteral("Idempotency-Key"), request.idempotencyKey});
    if (request.method != "GET") {
        http.headers.append({QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json")});
        http.body =
            request.bodyText.isEmpty() ? QJsonDocument(request.body).toJson(QJsonDocument::Compact) : request.bodyText;
    }
    sendAndThen(
        m_transport, std::move(http), context,
        [api = QPointer<Api>(this), request, token, mayRenew, context, answer](const Result<net::HttpReply>& reply) {
            if (!api)
                return;
            if (!reply) {
                if (reply.error().isTransient())
                    emit api->unreachable(reply.error());
                answer(reply.error());
                return;
            }
            if (reply->status == 401 && mayRenew) {
                api->m_session.refused(token);
                api->m_session.withToken(context, [api, request, context, answer](const Result<Secret>& next) {
                    if (next)
                        api->sendWith(request, *next, false, context, answer);
                    else
                        answer(next.error());
                });
                return;
            }
            if (reply->status < 500)
                emit api->reachable();
            ApiReply made{reply->status, reply->body, QJsonDocument::fromJson(reply->body).object(), std::nullopt};
            bool isNumber = false;
            const int seconds = reply->header(QByteArrayLiteral("Retry-After")).toInt(&isNumber);
            if (isNumber)
                made.retryAfterSeconds = seconds;
            answer(made);
        });
}

}  // namespace refrain::console
