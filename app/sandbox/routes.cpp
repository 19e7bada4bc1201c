#include "sandbox/routes.h"

#include "sandbox/api/dispatcher.h"
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

}  // namespace refrain::sandbox
