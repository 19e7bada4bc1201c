#pragma once

#include "web/reply.h"
#include "web/request.h"

#include <QString>

namespace refrain::web {

inline constexpr qint64 defaultBodyLimit = 1024 * 1024;

/// A failure that HTTP itself knows, before or beside any route's own errors.
struct HttpError {
    int status = 500;
    QString detail;        ///< A sentence for the person who reads the answer.
    QByteArray path = {};  ///< Of the request, as far as it was understood. May hold secrets: never log it.
};

/// What a Server serves. Outlives its Server.
class Application {
public:
    virtual ~Application() = default;

    /// Answers one request. Called on a worker thread, several at a time; must not throw and must return.
    virtual void handle(Request request, Reply reply) = 0;

    /// How many bytes of body `head` may have; more is 413, and none of it is read. Called on the I/O
    /// thread once the header is complete: quick, and safe beside handle().
    [[nodiscard]] virtual qint64 bodyLimit(const Request& head) const;

    /// The answer for 400, 404, 405, 408, 413, 417, 431, 500, 503 and 505. Any thread.
    [[nodiscard]] virtual Response error(const HttpError& error) const;
};

}  // namespace refrain::web
