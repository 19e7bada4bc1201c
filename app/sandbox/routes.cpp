#include "sandbox/routes.h"

#include "sandbox/api/dispatcher.h"
#include "sandbox/delivery/socketmode.h"
#include "sandbox/delivery/tickets.h"
#include "sandbox/faults/faultyreply.h"
#include "sandbox/methods/methods.h"
#include "sandbox/pages/consentpages.h"
#include "sandbox/pages/hooks.h"
#include "sandbox/pages/html.h"
#include "sandbox/practice/control.h"
#include "sandbox/state/signingkey.h"
#include "web/router.h"

#include <QJsonArray>
#include <QMutex>

#include <utility>

namespace refrain::sandbox {

namespace {

/// The answer is made under the lock and sent after it.
template <class Make>
web::Handler locked(QMutex& lock, Make make)
{
    return [&lock, make = std::move(make)](web::Request request, web::Reply reply) {
        web::Response response;
        {
            const QMutexLocker guard(&lock);
            response = make(request);
        }
        reply.send(std::move(response));
    };
}

/// The same, but what `nameOf` the request calls it may go wrong on purpose.
template <class NameOf, class Make>
web::Handler faulty(QMutex& lock, Faults& faults, Later& later, NameOf nameOf, Make make)
{
    return [&, nameOf, make](web::Request request, web::Reply reply) {
        const auto answer = [&] {
            const QMutexLocker guard(&lock);
            return make(request);
        };
        std::optional<Fault> fault;
        {
            const QMutexLocker guard(&lock);
            fault = faults.next(nameOf(request));
        }
        if (fault)
            answerWithFault(*fault, std::move(reply), answer, later);
        else
            reply.send(answer());
    };
}

/// For what changes things and is no part of Slack: pages of other sites may not.
template <class Make>
web::Handler fromHere(QMutex& lock, Make make)
{
    return locked(lock, [make = std::move(make)](const web::Request& request) {
        if (!web::isLoopbackOrigin(request.header("Origin")))
            return errorPage(QStringLiteral("bad_origin"), QStringLiteral("This was sent from another site."), 403);
        return make(request);
    });
}

}  // namespace

void addApiRoutes(web::Router& router, QMutex& lock, Dispatcher& dispatcher, Faults& faults, Later& later)
{
    const auto name = [](const web::Request& request) { return request.parameter(QStringLiteral("method")); };
    const web::Handler call = faulty(lock, faults, later, name, [&dispatcher, name](const web::Request& request) {
        return dispatcher.handle(name(request), request);
    });
    router.add("GET", QStringLiteral("/api/{method}"), call);
    router.add("POST", QStringLiteral("/api/{method}"), call);
}

void addHookRoutes(web::Router& router, QMutex& lock, Hooks& hooks, Faults& faults, Later& later)
{
    const auto name = [](const web::Request&) { return QStringLiteral("webhook"); };
    router.add(
        "POST", QStringLiteral("/services/{team}/{bot}/{secret}"),
        faulty(lock, faults, later, name, [&hooks](const web::Request& request) { return hooks.post(request); }));
}

void addConsentRoutes(web::Router& router, QMutex& lock, ConsentPages& pages)
{
    router.add("GET", QStringLiteral("/oauth/v2/authorize"),
               locked(lock, [&pages](const web::Request& request) { return pages.install(request); }));
    router.add("GET", QStringLiteral("/openid/connect/authorize"),
               locked(lock, [&pages](const web::Request& request) { return pages.signIn(request); }));
    router.add("POST", QStringLiteral("/practice/authorize"),
               fromHere(lock, [&pages](const web::Request& request) { return pages.decide(request); }));
}

void addKeyRoutes(web::Router& router, QMutex& lock, SigningKey& key)
{
    router.add("GET", QStringLiteral("/openid/connect/keys"),
               locked(lock, [&key](const web::Request&) { return web::Response::json(key.keySet()); }));
    router.add(
        "GET", QStringLiteral("/.well-known/openid-configuration"), locked(lock, [](const web::Request& request) {
            const QString origin = originOf(request);
            const auto list = [](std::initializer_list<const char*> words) {
                QJsonArray out;
                for (const char* word : words)
                    out.append(QLatin1String(word));
                return out;
            };
            return web::Response::json(
                {{QStringLiteral("issuer"), QStringLiteral("https://slack.com")},
                 {QStringLiteral("authorization_endpoint"), origin + QStringLiteral("/openid/connect/authorize")},
                 {QStringLiteral("token_endpoint"), origin + QStringLiteral("/api/openid.connect.token")},
                 {QStringLiteral("userinfo_endpoint"), origin + QStringLiteral("/api/openid.connect.userInfo")},
                 {QStringLiteral("jwks_uri"), origin + QStringLiteral("/openid/connect/keys")},
                 {QStringLiteral("scopes_supported"), list({"openid", "profile", "email"})},
                 {QStringLiteral("response_types_supported"), list({"code"})},
                 {QStringLiteral("response_modes_supported"), list({"form_post"})},
                 {QStringLiteral("grant_types_supported"), list({"authorization_code"})},
                 {QStringLiteral("subject_types_supported"), list({"public"})},
                 {QStringLiteral("id_token_signing_alg_values_supported"), list({"RS256"})},
                 {QStringLiteral("claims_supported"), list({"sub", "auth_time", "iss"})},
                 {QStringLiteral("token_endpoint_auth_methods_supported"),
                  list({"client_secret_post", "client_secret_basic"})}});
        }));
}

void addControlRoutes(web::Router& router, QMutex& lock, Control& control)
{
    using Run = web::Response (Control::*)(const web::Request&);
    const auto add = [&](const char* method, const char* path, Run run) {
        router.add(method, QStringLiteral("/practice/api/") + QLatin1String(path),
                   fromHere(lock, [&control, run](const web::Request& request) { return (control.*run)(request); }));
    };
    add("GET", "state", &Control::state);
    add("GET", "users", &Control::listUsers);
    add("POST", "users", &Control::postUser);
    add("POST", "users/{id}", &Control::postUser);
    add("POST", "channels", &Control::postChannel);
    add("POST", "channels/{id}", &Control::postChannel);
    add("POST", "channels/{id}/members", &Control::postMember);
    add("GET", "messages", &Control::messages);
    add("POST", "events", &Control::postEvent);
    add("POST", "faults", &Control::postFaults);
    add("POST", "rate-limits", &Control::postRateLimits);
    add("POST", "uninstall", &Control::postUninstall);
}

void addSocketRoute(web::Router& router, QMutex& lock, Tickets& tickets, SocketMode* mode)
{
    router.add("GET", QStringLiteral("/link/"), [&lock, &tickets, mode](const web::Request& request, web::Reply reply) {
        bool good = false;
        {
            const QMutexLocker guard(&lock);
            good = tickets.redeem(request.query.value(u"ticket").toLatin1());
        }
        if (mode && good)
            reply.acceptWebSocket(mode->accept(request.query.value(u"debug_reconnects") == u"true"));
        else
            reply.send(web::Response::text("This ticket is not good, or Socket Mode is off.\n", 403));
    });
}

}  // namespace refrain::sandbox
