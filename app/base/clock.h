#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace refrain {

/// Milliseconds since 1970 UTC: the one form in which times are stored and compared.
using Millis = qint64;

/// Where "now" comes from; tests bring their own. Implementations are callable from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Millis now() const = 0;
};

/// The computer's own clock.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Millis now() const override;
};

/// "2026-05-03T08:12:00.000Z", as RFC 3339 and the contract write times.
[[nodiscard]] QString toRfc3339(Millis time);
[[nodiscard]] inline QString toRfc3339(std::optional<Millis> time)
{
    return time ? toRfc3339(*time) : QString();
}

/// Reads RFC 3339 with any offset; nullopt for anything else, a time without a zone included.
[[nodiscard]] std::optional<Millis> fromRfc3339(const QString& text);

}  // namespace refrain
