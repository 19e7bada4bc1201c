#pragma once

#include "sandbox/api/ratelimiter.h"
#include "web/request.h"
#include "web/response.h"

namespace refrain::sandbox {

class Mailbox;
class Webhooks;
class World;

/// `POST /services/T…/B…/<secret>`: incoming webhooks, which answer in plain text. Call with the
/// sandbox's lock held.
class Hooks {
public:
    Hooks(const World& world, Webhooks& webhooks, Mailbox& mailbox, RateLimiter& limiter);

    [[nodiscard]] web::Response post(const web::Request& request);

private:
    const World& m_world;
    Webhooks& m_webhooks;
    Mailbox& m_mailbox;
    RateLimiter& m_limiter;
};

}  // namespace refrain::sandbox
