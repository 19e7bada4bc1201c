#include "sandbox/faults/faultyreply.h"

#include "sandbox/api/dispatcher.h"

#include <QTimer>

#include <atomic>
#include <memory>
#include <utility>

namespace refrain::sandbox {

void Later::after(int ms, std::function<void()> run)
{
    QMetaObject::invokeMethod(
        this, [this, ms, run = std::move(run)] { QTimer::singleShot(ms, this, run); }, Qt::QueuedConnection);
}

namespace {

web::Response broken(web::Response response, web::Response::Fault fault)
{
    response.fault = fault;
    return response;
}

web::Response htmlInsteadOfJson()
{
    return web::Response::html(
        "<!doctype html><html><head><title>Just a moment</title></head><body>Checking your browser.</body></html>\n");
}

web::Response noLongerJson(web::Response response)
{
    response.body.replace(':', '=');
    return response;
}

/// An answer that waits; sent once, by the timer or by a server that stops.
struct Held {
    web::Reply reply;
    web::Response response;
    std::atomic_bool sent = false;

    void send()
    {
        if (!sent.exchange(true))
            reply.send(std::move(response));
    }
};

void answerLate(web::Reply reply, web::Response response, int ms, Later& later)
{
    const auto held = std::make_shared<Held>();
    held->reply = std::move(reply);
    held->response = std::move(response);
    held->reply.onClosed([waiting = std::weak_ptr(held)](web::Reply::Closed) {
        if (const auto answer = waiting.lock())
            answer->send();
    });
    later.after(ms, [held] { held->send(); });
}

}  // namespace

void answerWithFault(const Fault& fault, web::Reply reply, const std::function<web::Response()>& make, Later& later)
{
    switch (fault.kind) {
        case Fault::Kind::Delay: return answerLate(std::move(reply), make(), fault.ms, later);
        case Fault::Kind::RateLimited: return reply.send(rateLimited(fault.retryAfter));
        case Fault::Kind::ServerError: return reply.send(web::Response::text("Internal Server Error\n", 500));
        case Fault::Kind::Cut: return reply.send(broken(make(), web::Response::Fault::CutUnanswered));
        case Fault::Kind::HalfBody: return reply.send(broken(make(), web::Response::Fault::CutHalfway));
        case Fault::Kind::WrongJson: return reply.send(noLongerJson(make()));
        case Fault::Kind::Html: return reply.send(htmlInsteadOfJson());
        case Fault::Kind::TokenRevoked:
            return reply.send(web::Response::json(
                {{QStringLiteral("ok"), false}, {QStringLiteral("error"), QStringLiteral("token_revoked")}}));
    }
}

}  // namespace refrain::sandbox
