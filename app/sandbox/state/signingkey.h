#pragma once

#include "sandbox/state/ledger.h"

#include <QByteArray>
#include <QJsonObject>

#include <memory>

namespace refrain::sandbox {

/// The RSA key behind id_tokens. Made when first needed, and kept with the state, so that a token
/// still verifies after a restart. Call with the sandbox's lock held.
class SigningKey {
public:
    explicit SigningKey(Ledger& ledger);
    ~SigningKey();

    /// A compact JWS with RS256 (RFC 7515).
    [[nodiscard]] QByteArray sign(const QJsonObject& claims);
    /// The public half as a JWK Set (RFC 7517).
    [[nodiscard]] QJsonObject keySet();

private:
    struct Key;
    [[nodiscard]] Key& key();

    Ledger& m_ledger;
    std::unique_ptr<Key> m_key;
};

}  // namespace refrain::sandbox
