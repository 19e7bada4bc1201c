#include "sandbox/routes.h"

#include "sandbox/api/dispatcher.h"
#include "sandbox/delivery/socketmode.h"
#include "sandbox/delivery/tickets.h"
#include "sandbox/pages/consentpages.h"
#include "sandbox/pages/html.h"
#include "web/router.h"

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

}  // namespace

void addApiRoutes(web::Router& router, QMutex& lock, Dispatcher& dispatcher)
{
    const web::Handler call = locked(lock, [&dispatcher](const web::Request& request) {
        return dispatcher.handle(request.parameter(QStringLiteral("method")), request);
    });
    router.add("GET", QStringLiteral("/api/{method}"), call);
    router.add("POST", QStringLiteral("/api/{method}"), call);
}

void addConsentRoutes(web::Router& router, QMutex& lock, ConsentPages& pages)
{
    router.add("GET", QStringLiteral("/oauth/v2/authorize"),
               locked(lock, [&pages](const web::Request& request) { return pages.install(request); }));
    router.add("GET", QStringLiteral("/openid/connect/authorize"),
               locked(lock, [&pages](const web::Request& request) { return pages.signIn(request); }));
    router.add("POST", QStringLiteral("/practice/authorize"), locked(lock, [&pages](const web::Request& request) {
                   if (!web::isLoopbackOrigin(request.header("Origin")))
                       return errorPage(QStringLiteral("bad_origin"),
                                        QStringLiteral("This form was sent from another site."), 403);
                   return pages.decide(request);
               }));
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
