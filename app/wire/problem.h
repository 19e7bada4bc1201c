#pragma once

#include "base/error.h"
#include "base/result.h"
#include "domain/change.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace refrain::wire {

/// The contract's problem codes, in the order of their HTTP statuses.
enum class ProblemCode {
    BadRequest,
    Unauthorized,
    Forbidden,
    NotFound,
    MethodNotAllowed,
    Conflict,
    CategoryRequired,
    CategoryArchived,
    IdempotencyInProgress,
    Gone,
    PreconditionFailed,
    PayloadTooLarge,
    UnsupportedMediaType,
    Unprocessable,
    IdempotencyKeyReused,
    RateLimited,
    Internal,
    Unavailable,
};

[[nodiscard]] QString toString(ProblemCode code);
[[nodiscard]] std::optional<ProblemCode> problemCodeFromString(const QString& name);
[[nodiscard]] int statusOf(ProblemCode code);

struct FieldFault {
    QString pointer;  ///< JSON pointer into the body; empty: the body itself.
    QString detail;

    friend bool operator==(const FieldFault&, const FieldFault&) = default;
};

/// An answer that is a failure: `application/problem+json` (RFC 9457).
struct Problem {
    ProblemCode code = ProblemCode::Internal;
    QString detail;                  ///< A sentence for a person.
    std::vector<FieldFault> errors;  ///< For Unprocessable.
    QJsonObject current;             ///< For PreconditionFailed: the preference as it is now.

    friend bool operator==(const Problem&, const Problem&) = default;
};

inline constexpr char problemType[] = "application/problem+json";

[[nodiscard]] QJsonObject toJson(const Problem& problem);
[[nodiscard]] Result<Problem> problemFromJson(const QJsonObject& object);

/// The problem of a failure. An Error whose context() is a problem code's name becomes that problem; for
/// Invalid the context is else the JSON pointer. Internal and Corrupt tell nothing of their context.
[[nodiscard]] Problem problemOf(const Error& error);
/// The problem of a refused change.
[[nodiscard]] Problem problemOf(const Judgement& refused);

/// What the problem is on the console's side: message() the detail, context() the code's name.
[[nodiscard]] Error errorOf(const Problem& problem);
/// An Error of exactly this problem, for those who answer requests.
[[nodiscard]] Error problemError(ProblemCode code, const QString& message);

}  // namespace refrain::wire
