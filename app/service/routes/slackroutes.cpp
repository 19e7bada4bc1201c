#include "service/routes/slackroutes.h"

#include "service/http/problem.h"
#include "slack/signature.h"

#include <QJsonDocument>

#include <memory>

namespace refrain::service {
namespace {

constexpr qsizetype longestProbe = 4096;

/// Slack's look at the certificate (`ssl_check=1`), which need not be signed and asks for nothing.
bool isCertificateProbe(const web::Request& request)
{
    return request.body.size() <= longestProbe && ('&' + request.body + '&').contains("&ssl_check=1&");
}

bool isSigned(const web::Request& request, const Secret& secret, const Clock& clock)
{
    return slack::isSignedBySlack(secret, request.header("X-Slack-Request-Timestamp"),
                                  request.header("X-Slack-Signature"), request.body, clock.now());
}

web::Response notSigned()
{
    return problemResponse(Error::unauthorized(
        QStringLiteral("The request is not signed by Slack for this app within the last five minutes.")));
}

web::Response notReadable()
{
    return problemResponse(web::HttpError{400, QStringLiteral("The body is not what Slack sends here.")});
}

QJsonObject commandFields(const web::Request& request)
{
    const web::Parameters form = request.form();
    QJsonObject fields;
    for (const auto& [name, value] : form.entries())
        fields.insert(name, value);
    return fields;
}

QJsonObject interactionPayload(const web::Request& request)
{
    return QJsonDocument::fromJson(request.form().value(u"payload").toUtf8()).object();
}

QJsonObject eventEnvelope(const web::Request& request)
{
    return QJsonDocument::fromJson(request.body).object();
}

Dispatcher::Acknowledge answerTo(web::Reply reply)
{
    return [client = std::make_shared<web::Reply>(std::move(reply))](const Acknowledgement& acknowledgement) {
        if (!acknowledgement.accepted)
            client->send(problemResponse(Error::unavailable(QStringLiteral("Not dealt with yet; send it again."))));
        else if (acknowledgement.payload.isEmpty())
            client->send(web::Response::text({}));
        else
            client->send(web::Response::json(acknowledgement.payload));
    };
}

using Read = QJsonObject (*)(const web::Request&);
using Hand = void (Dispatcher::*)(const QJsonObject&, Dispatcher::Acknowledge);

}  // namespace

void addSlackRoutes(RouteTable& routes, Dispatcher& dispatcher, const Secret& signingSecret, const Clock& clock)
{
    const auto add = [&](const QString& path, Read read, Hand hand) {
        routes.addLate("POST", path, [=, &dispatcher, &clock](const web::Request& request, web::Reply reply) {
            if (isCertificateProbe(request))
                return reply.send(web::Response::text({}));
            if (!isSigned(request, signingSecret, clock))
                return reply.send(notSigned());
            const QJsonObject payload = read(request);
            if (payload.isEmpty())
                return reply.send(notReadable());
            (dispatcher.*hand)(payload, answerTo(std::move(reply)));
        });
    };
    add(QStringLiteral("/slack/commands"), commandFields, &Dispatcher::command);
    add(QStringLiteral("/slack/interactions"), interactionPayload, &Dispatcher::interaction);
    add(QStringLiteral("/slack/events"), eventEnvelope, &Dispatcher::event);
}

}  // namespace refrain::service
