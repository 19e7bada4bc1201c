#pragma once

#include "base/random.h"
#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QString>

namespace refrain::store {

/// Encryption at rest: XChaCha20-Poly1305 (libsodium), a random nonce before each sealed text, and the place it
/// stands in as associated data, so that a sealed value copied to another row's column does not open there.
/// Immutable after construction; usable from any thread.
class Vault {
public:
    /// Where a sealed value stands.
    struct Place {
        QString table;
        QString workspace;
        QString column;
    };

    static constexpr int KeyBytes = 32;

    /// REQUIRES: 32 bytes of key. `random` is borrowed and must outlive the vault.
    Vault(Secret key, Random& random) : m_key(std::move(key)), m_random(random) {}

    /// Reads the master key, or makes one (mode 0600, on disk before it is used). An Invalid error where the file may
    /// be read by others or is no key; a missing file is made only where `mayCreate`: a database that holds sealed
    /// values must never get a new key silently.
    [[nodiscard]] static Result<Secret> masterKey(const QString& file, Random& random, bool mayCreate);

    /// Never fails; empty stays empty, so that "none" needs no key.
    [[nodiscard]] QByteArray seal(const Secret& plain, const Place& place) const;
    /// Corrupt where it was sealed with another key, at another place, or altered.
    [[nodiscard]] Result<Secret> open(const QByteArray& sealed, const Place& place) const;

private:
    Secret m_key;
    Random& m_random;
};

}  // namespace refrain::store
