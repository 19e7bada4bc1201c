#pragma once

#include "base/clock.h"
#include "store/databasepool.h"
#include "store/idempotencystore.h"

#include <QSet>

#include <memory>
#include <mutex>

namespace refrain::service {

/// Makes a repeated request get its first answer again instead of a second effect. Any thread.
class Idempotency {
    struct Running;

public:
    /// Marks a key as running until it goes. Keeps the answer in the change's own transaction.
    class Ticket {
    public:
        Ticket(Ticket&&) noexcept = default;
        Ticket& operator=(Ticket&&) = delete;
        ~Ticket();

        /// REQUIRES: the transaction in which the change itself is written (BeforeCommit).
        [[nodiscard]] Result<> keep(store::Database& database, store::KeptAnswer answer) const;

    private:
        friend class Idempotency;
        Ticket(Idempotency& owner, store::IdempotencyScope scope, QByteArray fingerprint);
        Idempotency* m_owner;
        std::shared_ptr<Running> m_running;
        store::IdempotencyScope m_scope;
        QByteArray m_fingerprint;
    };

    struct Start {
        enum class Kind {
            Fresh,       ///< Do the work; `ticket` keeps its answer.
            Replay,      ///< Send `answer` again.
            InProgress,  ///< 409 idempotency_in_progress
            Reused,      ///< 422 idempotency_key_reused: the same key with another request.
        };
        Kind kind = Kind::Fresh;
        std::optional<Ticket> ticket;
        std::optional<store::KeptAnswer> answer;
    };

    Idempotency(store::DatabasePool& pool, const store::Vault& vault, const Clock& clock);

    /// `fingerprint` as fingerprintOf() makes it.
    [[nodiscard]] Result<Start> begin(const store::IdempotencyScope& scope, const QByteArray& fingerprint);

    [[nodiscard]] static QByteArray fingerprintOf(const QByteArray& method, const QByteArray& path,
                                                  const QByteArray& body, const QByteArray& ifMatch);
    /// The answers that are kept: 2xx, 404, 409, 412 and 422.
    [[nodiscard]] static bool isKept(int status);

    /// Forgets answers that are no longer given again.
    [[nodiscard]] Result<> forgetExpired();

private:
    store::DatabasePool& m_pool;
    const store::Vault& m_vault;
    const Clock& m_clock;
    std::shared_ptr<Running> m_running;
};

}  // namespace refrain::service
