#pragma once

#include "web/application.h"
#include "web/response.h"
#include "wire/problem.h"

namespace refrain::service {

/// The answer for a problem (RFC 9457), with the headers that go with its status.
[[nodiscard]] web::Response problemResponse(const wire::Problem& problem);

/// The answer for a failure; what is a defect of ours or a damaged file goes to the log as well.
[[nodiscard]] web::Response problemResponse(const Error& error);

/// The answer for what HTTP itself knows: 404, 405, 413 and so on.
[[nodiscard]] web::Response problemResponse(const web::HttpError& error);

/// 422 about one field or parameter.
[[nodiscard]] Error fieldError(const QString& pointer, const QString& sentence);

}  // namespace refrain::service
