#include "service/http/repeatable.h"

#include "service/http/problem.h"

namespace refrain::service {
namespace {

constexpr qsizetype longestKey = 255;

store::KeptAnswer keptAnswer(const web::Response& response, bool secret)
{
    store::KeptAnswer answer;
    answer.status = response.status;
    answer.etag = QString::fromLatin1(response.headers.value("ETag"));
    answer.contentType = QString::fromLatin1(response.headers.value("Content-Type"));
    answer.body = response.body;
    answer.secret = secret;
    return answer;
}

web::Response replayed(const store::KeptAnswer& answer)
{
    web::Response response;
    response.status = answer.status;
    response.body = answer.body;
    if (!answer.contentType.isEmpty())
        response.set("Content-Type", answer.contentType.toLatin1());
    if (!answer.etag.isEmpty())
        response.set("ETag", answer.etag.toLatin1());
    response.set("Idempotent-Replayed", "true");
    return response;
}

}  // namespace

Result<web::Response> Repeatable::run(const ApiCall& call, const Work& work, bool secret)
{
    using Kind = Idempotency::Start::Kind;
    const QByteArray key = call.request.header("Idempotency-Key");
    if (!call.request.headers.contains("Idempotency-Key"))
        return work([](store::Database&, const web::Response&) { return Result<>(); });
    if (key.isEmpty() || key.size() > longestKey)
        return Error::invalid(QStringLiteral("Idempotency-Key must be 1 to 255 characters."));
    const QByteArray fingerprint = Idempotency::fingerprintOf(call.request.method, call.request.path, call.request.body,
                                                              call.request.header("If-Match"));
    const Result<Idempotency::Start> start =
        m_idempotency.begin({call.workspace(), call.principal.owner, QString::fromLatin1(key)}, fingerprint);
    if (!start)
        return start.error();
    switch (start->kind) {
        case Kind::Replay: return replayed(*start->answer);
        case Kind::InProgress:
            return wire::problemError(wire::ProblemCode::IdempotencyInProgress,
                                      QStringLiteral("The first request with this key is still running; ask again in a "
                                                     "moment."));
        case Kind::Reused:
            return wire::problemError(wire::ProblemCode::IdempotencyKeyReused,
                                      QStringLiteral("This key was used for another request. Take a new one."));
        case Kind::Fresh: break;
    }
    return runOnce(*start->ticket, work, secret);
}

web::Response Repeatable::runOnce(const Idempotency::Ticket& ticket, const Work& work, bool secret)
{
    bool isKept = false;
    const Keep keep = [&](store::Database& database, const web::Response& response) -> Result<> {
        isKept = true;
        return ticket.keep(database, keptAnswer(response, secret));
    };
    const Result<web::Response> worked = work(keep);
    const web::Response response = worked ? *worked : problemResponse(worked.error());
    if (isKept || !Idempotency::isKept(response.status))
        return response;
    const Result<> written = m_pool.write<void>([&](store::Database& database) { return keep(database, response); });
    return written ? response : problemResponse(written.error());
}

}  // namespace refrain::service
