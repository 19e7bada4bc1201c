#include "service/http/api.h"

#include "service/http/problem.h"
#include "wire/fieldreader.h"

namespace refrain::service {
namespace {

const QString workspacePath = QStringLiteral("/v1/workspaces/{workspace}");

web::Response answer(const Api::Handler& handler, const web::Request& request, const Result<Principal>& principal)
{
    if (!principal)
        return problemResponse(principal.error());
    Result<web::Response> response = handler(ApiCall{request, *principal});
    if (!response)
        return problemResponse(response.error());
    if (!response->headers.contains("Cache-Control"))
        response->set("Cache-Control", "no-store");
    return *std::move(response);
}

}  // namespace

Result<QJsonObject> ApiCall::body() const
{
    if (request.mediaType() != "application/json")
        return wire::problemError(wire::ProblemCode::UnsupportedMediaType,
                                  QStringLiteral("Send the body as application/json."));
    return wire::objectFromBody(request.body);
}

Api::Api(RouteTable& routes, const Authenticator& authenticator, Secret launchSecret, const Clock& clock)
    : m_routes(routes), m_authenticator(authenticator), m_launchSecret(std::move(launchSecret)), m_budget(clock)
{
}

void Api::add(const QByteArray& method, const QString& path, Permission permission, Handler handler,
              web::RouteOptions options)
{
    m_routes.add(
        method, workspacePath + path,
        [this, permission, handler = std::move(handler)](const web::Request& request) {
            return answer(handler, request, admit(request, permission));
        },
        options);
}

void Api::addWatching(const QByteArray& method, const QString& path, Permission permission, LateHandler handler)
{
    m_routes.addWatching(
        method, workspacePath + path,
        [this, permission, handler = std::move(handler)](const web::Request& request, web::Reply reply) {
            const Result<Principal> principal = admit(request, permission);
            if (!principal)
                return reply.send(problemResponse(principal.error()));
            handler(ApiCall{request, *principal}, std::move(reply));
        });
}

void Api::addForAnybody(const QByteArray& method, const QString& path, Handler handler)
{
    m_routes.add(method, path, [this, handler = std::move(handler)](const web::Request& request) {
        return answer(handler, request, authenticate(request));
    });
}

Result<Principal> Api::authenticate(const web::Request& request) const
{
    if (!m_launchSecret.isEmpty() && !m_launchSecret.equals(request.header("Refrain-Launch")))
        return Error::unauthorized(QStringLiteral("This backend serves the console that started it."));
    return m_authenticator.authenticate(request.bearerToken());
}

Result<> Api::spend(const Principal& principal) const
{
    const QString credential = principal.workspace.toString() + QLatin1Char(' ') + principal.owner;
    if (m_budget.take(credential, rate).count() == 0)
        return {};
    return wire::problemError(wire::ProblemCode::RateLimited,
                              QStringLiteral("More was asked for than is answered to one caller: %1 requests at once, "
                                             "then %2 a second. Nothing was done. Ask again in a second.")
                                  .arg(rate.burst)
                                  .arg(rate.perMinute / 60));
}

Result<Principal> Api::admit(const web::Request& request, Permission permission) const
{
    Result<Principal> principal = authenticate(request);
    if (!principal)
        return principal;
    // Of another workspace nobody learns here whether it exists.
    if (request.parameter(QStringLiteral("workspace")) != principal->workspace.toString())
        return Error::notFound(QStringLiteral("There is no such workspace for you."));
    if (!may(principal->role, permission))
        return Error::forbidden(QStringLiteral("Your role, %1, does not allow this. Ask a Refrain admin of your "
                                               "workspace.")
                                    .arg(toString(principal->role)));
    if (permission != Permission::Decide) {
        if (Result<> spent = spend(*principal); !spent)
            return spent.error();
    }
    return principal;
}

}  // namespace refrain::service
