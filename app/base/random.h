#pragma once

#include <QByteArray>

namespace refrain {

/// Where unguessable bytes come from; tests bring their own. Callable from any thread.
class Random {
public:
    virtual ~Random() = default;
    /// REQUIRES: count >= 0.
    [[nodiscard]] virtual QByteArray bytes(qsizetype count) = 0;

    /// `count` bytes as base64url without padding: 32 bytes give 43 characters, which suits
    /// states, PKCE verifiers (RFC 7636, 4.1) and tokens alike.
    [[nodiscard]] QByteArray token(qsizetype count = 32);
};

/// The operating system's generator.
class SystemRandom final : public Random {
public:
    [[nodiscard]] QByteArray bytes(qsizetype count) override;
};

}  // namespace refrain
