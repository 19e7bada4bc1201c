#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QUrl>

#include <chrono>
#include <utility>

namespace refrain::net {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

struct HttpRequest {
    QByteArray method = "GET";
    QUrl url;  ///< http or https, absolute.
    HttpHeaders headers;
    QByteArray body;
    std::chrono::milliseconds timeout{30'000};  ///< Of the whole exchange, the name's lookup and the body included.
    qint64 replyLimit = 16 * 1024 * 1024;       ///< Bytes of the body, unpacked; a longer reply is Corrupt.
    /// Never sent a second time, which Qt else does unasked where a connection closes before the answer.
    bool isOnce = false;
    int redirects = 0;  ///< How many to follow, for GET and HEAD only, on the same host and never from https to http.
};

/// Whatever status the other side gave: 404 and 500 are replies, not errors.
struct HttpReply {
    int status = 0;
    HttpHeaders headers;
    QByteArray body;

    [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
    /// The first header of that name, blind to case; empty where there is none.
    [[nodiscard]] QByteArray header(const QByteArray& name) const;
};

/// The one way out over HTTP. No cookies, no cache, no hidden retries of ours.
///
/// Failures: Timeout (what happened at the other end is not known), Cancelled, Invalid (not a usable
/// request), Forbidden (a redirect that is not followed), Corrupt (too long, or not HTTP), and
/// Unavailable, whose context() begins with what failed: `dns`, `refused`, `closed`, `tls`, `proxy` or
/// `network`. message() is a sentence for a person.
class Transport {
public:
    virtual ~Transport() = default;

    /// Callable from any thread. Cancelling the future gives the exchange up. Background threads may
    /// block with await(); in a thread with an event loop use `.then(context, …)`.
    [[nodiscard]] virtual QFuture<Result<HttpReply>> send(HttpRequest request) = 0;
};

/// Waits for the answer; Cancelled where the future was. Never on the UI's thread.
[[nodiscard]] Result<HttpReply> await(QFuture<Result<HttpReply>> future);

}  // namespace refrain::net
