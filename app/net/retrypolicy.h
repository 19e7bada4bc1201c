#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "net/transport.h"

#include <chrono>
#include <optional>

namespace refrain::net {

/// When to try again: exponential waits with jitter, and never sooner than Retry-After says.
///
/// Waits grow by doubling from `first` to `longest`; each is drawn from its upper half, so that many
/// callers do not come back at once. Worth another try are transient errors and the statuses 408, 429,
/// 500, 502, 503 and 504. Whether a request may be repeated at all is the caller's knowledge.
class RetryPolicy {
public:
    struct Limits {
        int attempts = 5;  ///< In all, the first one included.
        std::chrono::milliseconds first{500};
        std::chrono::milliseconds longest{60'000};
    };

    RetryPolicy(Limits limits, const Clock& clock, Random& random);

    /// How long to wait after the attempt number `attempt` (from 1) ended so; none: give up.
    [[nodiscard]] std::optional<std::chrono::milliseconds> delayAfter(int attempt,
                                                                      const Result<HttpReply>& outcome) const;

private:
    Limits m_limits;
    const Clock& m_clock;
    Random& m_random;
};

/// What Retry-After asks for (RFC 9110, 10.2.3: seconds or a date), counted from `now`; none where the
/// header is absent or unreadable.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const HttpReply& reply, Millis now);

}  // namespace refrain::net
