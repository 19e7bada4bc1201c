#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/signednote.h"
#include "store/database.h"

#include <optional>
#include <vector>

namespace refrain::console {

/// A signed checkpoint as this console once saw it.
struct SeenCheckpoint {
    QString vkey;
    qint64 size = 0;
    TreeHash root;
    QByteArray note;  ///< As it came, signature and all.
    Millis seenAt = 0;
};

struct TrustedKey {
    QString vkey;
    Millis trustedAt = 0;
    std::optional<Millis> retiredAt;  ///< None: this is the one in force.
};

/// What one account's audit log looked like whenever this console saw it, and the key that is trusted to sign it. No
/// personal data: kept when people are wiped, and for ever. Engine thread.
class LogPins {
public:
    /// The outbox's database, which outlives the cache.
    LogPins(store::Database& database, QString account) : m_database(database), m_account(std::move(account)) {}

    [[nodiscard]] Result<> pin(const QString& vkey, const Checkpoint& checkpoint, const QByteArray& note,
                               Millis seenAt);
    /// The largest checkpoint seen under a key.
    [[nodiscard]] Result<std::optional<SeenCheckpoint>> largest(const QString& vkey);
    /// The newest 100, of all keys.
    [[nodiscard]] Result<std::vector<SeenCheckpoint>> all();

    /// The key in force; empty: none yet.
    [[nodiscard]] Result<QString> key();
    /// Puts a key in force and retires the one before, which stays on record with all that was seen under it.
    [[nodiscard]] Result<> trust(const QString& vkey, Millis at);
    [[nodiscard]] Result<std::vector<TrustedKey>> keys();  ///< In force and retired ones.

private:
    store::Database& m_database;
    QString m_account;
};

/// What two people compare: SHA-256 of the verifier key's public part, hex, in groups of eight; empty for no key.
[[nodiscard]] QString keyFingerprint(const QString& vkey);

}  // namespace refrain::console
