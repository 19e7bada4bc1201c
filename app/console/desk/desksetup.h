#pragma once

#include "console/accounts/accounts.h"
#include "console/signin/signin.h"
#include "console/signin/tokenstore.h"

#include <QTimeZone>

#include <optional>

namespace refrain::net {
class Transport;
}

namespace refrain::console {

/// How often and how patiently the engine works; tests shorten it.
struct DeskTiming {
    int pollSeconds = 30;    ///< One long poll of the changes feed; at most 30.
    int firstRetryMs = 500;  ///< After a failure; doubled up to `longestRetryMs`.
    int longestRetryMs = 60'000;
    int agreementMs = 5 * 60'000;  ///< Between two checks by itself.
    int auditMs = 60'000;          ///< Between two verifications by itself.
    int recheckMs = 3'000;         ///< After changes came into force, before they are compared.
    int pulseMs = 4'000;           ///< After so long a silence the backend is asked for a sign of life.
    int pageSize = 1000;
};

/// What a Desk is built from. Everything pointed to outlives it.
struct DeskSetup {
    Account account;
    Accounts* accounts = nullptr;
    TokenStore* tokens = nullptr;
    /// Straight after signing in; absent on later starts, when the refresh token comes from the token store.
    std::optional<SignInGrant> grant;
    Secret launchSecret;  ///< Of an embedded backend; empty otherwise.
    const Clock* clock = nullptr;
    Random* random = nullptr;
    QTimeZone zone;  ///< In which times are written in sentences.
    net::Transport* transport = nullptr;
    DeskTiming timing;
};

}  // namespace refrain::console
