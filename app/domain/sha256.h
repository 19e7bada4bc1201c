#pragma once

#include <QByteArray>

#include <initializer_list>

namespace refrain {

/// SHA-256 (FIPS 180-4) of the parts, one after the other: 32 bytes. Any thread. By OpenSSL, which uses the processor's
/// own instructions for it; libsodium does not and takes three to four times as long.
[[nodiscard]] QByteArray sha256(std::initializer_list<QByteArrayView> parts);

/// HMAC-SHA256 (RFC 2104): 32 bytes. Any thread. REQUIRES: a key of at most 64 bytes.
[[nodiscard]] QByteArray hmacSha256(QByteArrayView key, QByteArrayView text);

}  // namespace refrain
