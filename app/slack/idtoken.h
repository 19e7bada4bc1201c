#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace refrain::slack {

/// Who signed in, as Slack vouches for it.
struct IdClaims {
    QString userId;
    QString teamId;
    QString enterpriseId;  ///< Empty off Enterprise.
    QString name;
};

/// What an id_token must say to be accepted.
struct IdTokenExpectation {
    QString issuer;    ///< "https://slack.com"
    QString audience;  ///< The app's client id.
    QString nonce;     ///< The one sent with this very sign-in.
    Millis now = 0;
};

/// Verifies an id_token of Sign in with Slack (OpenID Connect Core, 3.1.3.7): RS256 and nothing else, the
/// signature by the key of `keys` (RFC 7517) that it names, then issuer, audience, expiry (a minute of
/// leeway) and nonce. Any doubt is an Unauthorized error that says which. Pure; any thread.
[[nodiscard]] Result<IdClaims> verifyIdToken(const QByteArray& token, const QJsonObject& keys,
                                             const IdTokenExpectation& expected);

}  // namespace refrain::slack
