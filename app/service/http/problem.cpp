#include "service/http/problem.h"

#include "base/log.h"

namespace refrain::service {
namespace {

using wire::ProblemCode;

ProblemCode codeOf(int status)
{
    for (const ProblemCode code :
         {ProblemCode::BadRequest, ProblemCode::Unauthorized, ProblemCode::Forbidden, ProblemCode::NotFound,
          ProblemCode::MethodNotAllowed, ProblemCode::PayloadTooLarge, ProblemCode::UnsupportedMediaType,
          ProblemCode::RateLimited, ProblemCode::Internal, ProblemCode::Unavailable}) {
        if (wire::statusOf(code) == status)
            return code;
    }
    return status < 500 ? ProblemCode::BadRequest : ProblemCode::Internal;
}

}  // namespace

web::Response problemResponse(const wire::Problem& problem)
{
    const int status = wire::statusOf(problem.code);
    web::Response response = web::Response::json(wire::toJson(problem), status);
    response.set("Content-Type", wire::problemType).set("Cache-Control", "no-store");
    if (status == 401)
        response.set("WWW-Authenticate", "Bearer");
    if (status == 503 || status == 429)
        response.set("Retry-After", "1");
    return response;
}

web::Response problemResponse(const Error& error)
{
    const wire::Problem problem = wire::problemOf(error);
    if (problem.code == ProblemCode::Internal)
        qCWarning(log::service) << error.toString();
    return problemResponse(problem);
}

web::Response problemResponse(const web::HttpError& error)
{
    wire::Problem problem;
    problem.code = codeOf(error.status);
    problem.detail = error.detail;
    web::Response response = problemResponse(problem);
    // Statuses of HTTP that the API has no code for keep their number: 408, 417, 431, 505.
    response.status = error.status;
    return response;
}

Error fieldError(const QString& pointer, const QString& sentence)
{
    return Error::invalid(sentence, pointer);
}

}  // namespace refrain::service
