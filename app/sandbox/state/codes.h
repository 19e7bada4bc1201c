#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "sandbox/state/ledger.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace refrain::sandbox {

/// What a person allowed on the authorize page.
struct Consent {
    bool signIn = false;  ///< From /openid/connect/authorize.
    quint64 person = 0;
    QString workspace;
    QStringList botScopes;
    QStringList userScopes;
    QString redirectUri;  ///< As sent to the authorize page; empty where it was not.
    QString nonce;
    QString webhookChannel;  ///< A channel id where `incoming-webhook` was asked for.
};

/// Authorization codes: 10 minutes, once. Call with the sandbox's lock held.
class Codes {
public:
    static constexpr Millis lifetime = 600'000;

    Codes(Ledger& ledger, const Clock& clock, Random& random);

    [[nodiscard]] QByteArray issue(const Consent& consent);
    /// Looks without using it up; nullopt for unknown, used and expired codes.
    [[nodiscard]] std::optional<Consent> find(const QByteArray& code) const;
    void use(const QByteArray& code);

private:
    void forgetExpired();

    Ledger& m_ledger;
    const Clock& m_clock;
    Random& m_random;
};

}  // namespace refrain::sandbox
