#pragma once

#include "sandbox/api/method.h"
#include "sandbox/api/ratelimiter.h"
#include "web/request.h"
#include "web/response.h"

namespace refrain::sandbox {

/// Takes `/api/<method>` calls through the checks that all methods share, in Slack's order: known
/// method, readable arguments, token, rate, kind of token, scopes; then runs the method.
/// Call with the sandbox's lock held.
class Dispatcher {
public:
    /// All outlive this.
    Dispatcher(const MethodTable& methods, const Grants& grants, RateLimiter& limiter, Random& random);

    [[nodiscard]] web::Response handle(const QString& method, const web::Request& request);

private:
    struct Checked {
        std::optional<Answer> refusal;
        Grant grant;
        std::optional<int> retryAfter;
    };
    [[nodiscard]] Checked check(const Method& method, const Arguments::Read& read);
    [[nodiscard]] web::Response respond(const Answer& answer, const Method* method, const Grant& grant) const;

    const MethodTable& m_methods;
    const Grants& m_grants;
    RateLimiter& m_limiter;
    Random& m_random;
};

/// 429 with Retry-After, as every method answers over its limit.
[[nodiscard]] web::Response rateLimited(int seconds);

}  // namespace refrain::sandbox
