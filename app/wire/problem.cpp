#include "wire/problem.h"

#include "wire/fieldreader.h"

#include <array>

namespace refrain::wire {

namespace {

struct Row {
    ProblemCode code;
    const char* name;
    int status;
    const char* title;
    ErrorCode error;
};

constexpr std::array<Row, 18> rows{{
    {ProblemCode::BadRequest, "bad_request", 400, "Not understood", ErrorCode::Invalid},
    {ProblemCode::Unauthorized, "unauthorized", 401, "Not signed in", ErrorCode::Unauthorized},
    {ProblemCode::Forbidden, "forbidden", 403, "Not allowed", ErrorCode::Forbidden},
    {ProblemCode::NotFound, "not_found", 404, "Not found", ErrorCode::NotFound},
    {ProblemCode::MethodNotAllowed, "method_not_allowed", 405, "Method not allowed", ErrorCode::Invalid},
    {ProblemCode::Conflict, "conflict", 409, "In conflict with what is in force", ErrorCode::Conflict},
    {ProblemCode::CategoryRequired, "category_required", 409, "Category is required", ErrorCode::Conflict},
    {ProblemCode::CategoryArchived, "category_archived", 409, "Category is archived", ErrorCode::Conflict},
    {ProblemCode::IdempotencyInProgress, "idempotency_in_progress", 409, "Still in progress", ErrorCode::Unavailable},
    {ProblemCode::Gone, "gone", 410, "No longer kept", ErrorCode::NotFound},
    {ProblemCode::PreconditionFailed, "precondition_failed", 412, "Changed meanwhile", ErrorCode::Precondition},
    {ProblemCode::PayloadTooLarge, "payload_too_large", 413, "Too large", ErrorCode::Invalid},
    {ProblemCode::UnsupportedMediaType, "unsupported_media_type", 415, "Not this kind of content", ErrorCode::Invalid},
    {ProblemCode::Unprocessable, "unprocessable", 422, "Cannot be processed", ErrorCode::Invalid},
    {ProblemCode::IdempotencyKeyReused, "idempotency_key_reused", 422, "Key was used for something else",
     ErrorCode::Invalid},
    {ProblemCode::RateLimited, "rate_limited", 429, "Too many requests", ErrorCode::Unavailable},
    {ProblemCode::Internal, "internal", 500, "A defect here", ErrorCode::Internal},
    {ProblemCode::Unavailable, "unavailable", 503, "Not available now", ErrorCode::Unavailable},
}};

const Row& rowOf(ProblemCode code)
{
    return rows[size_t(code)];
}

ProblemCode codeOf(ErrorCode code)
{
    switch (code) {
        case ErrorCode::Invalid: return ProblemCode::Unprocessable;
        case ErrorCode::NotFound: return ProblemCode::NotFound;
        case ErrorCode::Unauthorized: return ProblemCode::Unauthorized;
        case ErrorCode::Forbidden: return ProblemCode::Forbidden;
        case ErrorCode::Conflict: return ProblemCode::Conflict;
        case ErrorCode::Precondition: return ProblemCode::PreconditionFailed;
        case ErrorCode::Unavailable:
        case ErrorCode::Timeout:
        case ErrorCode::Cancelled: return ProblemCode::Unavailable;
        case ErrorCode::Corrupt:
        case ErrorCode::Internal: return ProblemCode::Internal;
    }
    return ProblemCode::Internal;
}

ProblemCode codeOf(Refusal refusal)
{
    switch (refusal) {
        case Refusal::PreconditionFailed: return ProblemCode::PreconditionFailed;
        case Refusal::Conflict: return ProblemCode::Conflict;
        case Refusal::CategoryRequired: return ProblemCode::CategoryRequired;
        case Refusal::CategoryArchived: return ProblemCode::CategoryArchived;
        case Refusal::Unprocessable: return ProblemCode::Unprocessable;
    }
    return ProblemCode::Internal;
}

}  // namespace

QString toString(ProblemCode code)
{
    return QString::fromLatin1(rowOf(code).name);
}

std::optional<ProblemCode> problemCodeFromString(const QString& name)
{
    for (const Row& row : rows) {
        if (name == QLatin1String(row.name))
            return row.code;
    }
    return std::nullopt;
}

int statusOf(ProblemCode code)
{
    return rowOf(code).status;
}

QJsonObject toJson(const Problem& problem)
{
    const Row& row = rowOf(problem.code);
    QJsonObject object{{QStringLiteral("type"), QStringLiteral("urn:refrain:problem:") + QLatin1String(row.name)},
                       {QStringLiteral("title"), QString::fromLatin1(row.title)},
                       {QStringLiteral("status"), row.status},
                       {QStringLiteral("detail"), problem.detail},
                       {QStringLiteral("code"), QString::fromLatin1(row.name)}};
    if (!problem.errors.empty()) {
        QJsonArray errors;
        for (const FieldFault& fault : problem.errors)
            errors.append(
                QJsonObject{{QStringLiteral("pointer"), fault.pointer}, {QStringLiteral("detail"), fault.detail}});
        object.insert(QStringLiteral("errors"), errors);
    }
    if (!problem.current.isEmpty())
        object.insert(QStringLiteral("current"), problem.current);
    return object;
}

Result<Problem> problemFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    Problem problem;
    problem.code = in.word("code", problemCodeFromString, ProblemCode::Internal);
    problem.detail = in.requiredText("detail");
    problem.current = in.object("current");
    const QJsonArray errors = in.array("errors");
    for (qsizetype i = 0; i < errors.size(); ++i) {
        FieldReader fault = in.element("errors", i, errors.at(i));
        problem.errors.push_back({fault.text("pointer"), fault.text("detail")});
    }
    if (const Result<> done = in.done(); !done)
        return done.error();
    return problem;
}

Problem problemOf(const Error& error)
{
    Problem problem;
    problem.code = problemCodeFromString(error.context()).value_or(codeOf(error.code()));
    problem.detail = error.message();
    if (problem.code == ProblemCode::Unprocessable)
        problem.errors.push_back(
            {error.context().startsWith(QLatin1Char('/')) ? error.context() : QString(), error.message()});
    return problem;
}

Problem problemOf(const Judgement& refused)
{
    Problem problem;
    problem.code = codeOf(refused.refusal.value_or(Refusal::Conflict));
    problem.detail = refused.sentence;
    if (problem.code == ProblemCode::Unprocessable)
        problem.errors.push_back({refused.pointer, refused.sentence});
    return problem;
}

Error errorOf(const Problem& problem)
{
    return {rowOf(problem.code).error, problem.detail, toString(problem.code)};
}

Error problemError(ProblemCode code, const QString& message)
{
    return {rowOf(code).error, message, toString(code)};
}

}  // namespace refrain::wire
