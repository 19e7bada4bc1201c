#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"
#include "service/access/principal.h"
#include "store/databasepool.h"

namespace refrain::service {

/// Turns a bearer token into who it stands for, at every request: a role that was taken away or a session
/// that was ended counts at once. Any thread.
class Authenticator {
public:
    Authenticator(store::DatabasePool& pool, const Clock& clock) : m_pool(pool), m_clock(clock) {}

    /// Unauthorized where the token is unknown, over or revoked; Unavailable where the store does not answer.
    [[nodiscard]] Result<Principal> authenticate(const Secret& token) const;

private:
    [[nodiscard]] Result<Principal> bySession(store::Database& database, const QByteArray& hash) const;
    [[nodiscard]] Result<Principal> byApiKey(store::Database& database, const QByteArray& hash) const;

    store::DatabasePool& m_pool;
    const Clock& m_clock;
};

}  // namespace refrain::service
