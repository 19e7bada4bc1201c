#pragma once

#include "base/random.h"
#include "base/secret.h"

#include <QByteArray>

namespace refrain::service {

/// What kind of token it is stands at its beginning, so that people and secret scanners can tell.
inline constexpr char accessTokenPrefix[] = "rfa_";
inline constexpr char refreshTokenPrefix[] = "rfr_";
inline constexpr char apiKeyPrefix[] = "rfk_";
inline constexpr char codePrefix[] = "rfc_";

/// A new token: the prefix and 256 random bits.
[[nodiscard]] Secret newToken(const char* prefix, Random& random);

/// How a token is stored and found: its SHA-256.
[[nodiscard]] QByteArray tokenHash(const QByteArray& token);

}  // namespace refrain::service
