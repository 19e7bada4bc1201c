#pragma once

#include "web/application.h"

namespace refrain::service {

/// What HTTP itself refuses: a page where a person's browser asked, a problem for programs.
[[nodiscard]] web::Response errorResponse(const web::HttpError& error);

}  // namespace refrain::service
