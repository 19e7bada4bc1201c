#pragma once

#include "base/clock.h"
#include "sandbox/api/method.h"

#include <QHash>
#include <QString>

#include <deque>
#include <optional>

namespace refrain::sandbox {

/// Counts calls in a sliding minute for each method and workspace, as Slack does; chat.postMessage
/// is counted for each channel instead. Call with the sandbox's lock held.
class RateLimiter {
public:
    RateLimiter(bool enabled, const Clock& clock) : m_enabled(enabled), m_clock(clock) {}

    /// nullopt where the call may go on, which then counts; else the seconds to wait (1 to 60).
    /// A call that is refused does not count.
    [[nodiscard]] std::optional<int> admit(const Method& method, const QString& workspace, const QString& channel);

    /// Calls a minute.
    [[nodiscard]] static int limit(Tier tier);

    void setEnabled(bool enabled) { m_enabled = enabled; }

private:
    bool m_enabled;
    const Clock& m_clock;
    QHash<QString, std::deque<Millis>> m_calls;
};

}  // namespace refrain::sandbox
