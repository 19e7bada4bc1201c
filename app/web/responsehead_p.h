#pragma once

#include "web/response.h"

namespace refrain::web {

/// Status line and fields of `response`, ready to send: with Date, Content-Length and Connection, and
/// without line ends inside values. 204 and 304 carry no length.
[[nodiscard]] QByteArray responseHead(const Response& response, bool keepAlive);

}  // namespace refrain::web
