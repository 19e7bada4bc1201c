#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "store/database.h"
#include "store/vault.h"

namespace refrain::store {

/// Whose key it is: keys of different credentials never meet.
struct IdempotencyScope {
    WorkspaceId workspace;
    QString owner;  ///< Of the credential: the same person or API key across its tokens.
    QString key;
};

/// The answer that a repeated request gets again, byte for byte.
struct KeptAnswer {
    QByteArray fingerprint;  ///< SHA-256 of method, path, body and If-Match.
    int status = 0;
    QString etag;
    QString contentType;
    QByteArray body;
    bool secret = false;  ///< The body holds a secret and is sealed at rest.
};

class IdempotencyStore {
public:
    static constexpr Millis keptFor = 7LL * 24 * 60 * 60 * 1000;

    IdempotencyStore(Database& database, const Vault& vault) : m_database(database), m_vault(vault) {}

    /// Nothing where the key is new or its answer older than seven days at `now`.
    [[nodiscard]] Result<std::optional<KeptAnswer>> find(const IdempotencyScope& scope, Millis now);
    /// A Conflict where an answer that is still good stands there already: somebody else was faster, so the
    /// caller's transaction must not be committed.
    [[nodiscard]] Result<> keep(const IdempotencyScope& scope, const KeptAnswer& answer, Millis now);
    [[nodiscard]] Result<qint64> forgetExpired(Millis now);

private:
    Database& m_database;
    const Vault& m_vault;
};

}  // namespace refrain::store
