#pragma once

#include "base/clock.h"

#include <QHash>
#include <QMutex>
#include <QString>

#include <chrono>

namespace refrain::net {

/// A token bucket per key, for limits like Slack's "20 a minute per method and workspace". Any thread.
class RateBudget {
public:
    struct Rate {
        int perMinute = 50;
        int burst = 1;  ///< How many may go at once after a quiet time.
    };

    explicit RateBudget(const Clock& clock);

    /// Takes the next place in the key's line and says how long to wait for it; 0: go now.
    [[nodiscard]] std::chrono::milliseconds reserve(const QString& key, Rate rate);

    /// How many keys are remembered: those with places taken or paused, and at most as many others.
    [[nodiscard]] qsizetype size() const;

    /// Takes a place only where it is free now (0), else says how long until one is.
    [[nodiscard]] std::chrono::milliseconds take(const QString& key, Rate rate);

    /// Nothing of this key goes for that long: the other side said so (429 with Retry-After). Places
    /// handed out before stay as they are, so whoever waits on them asks again after a refusal.
    void pause(const QString& key, std::chrono::milliseconds duration);

private:
    struct Line {
        Millis next = 0;  ///< When the bucket is full again: the arrival time of the generic cell rate algorithm.
        Millis pausedUntil = 0;
    };
    [[nodiscard]] std::chrono::milliseconds reserve(const QString& key, Rate rate, bool onlyNow);
    void forgetFull(Millis now);

    const Clock& m_clock;
    mutable QMutex m_mutex;
    QHash<QString, Line> m_lines;
    qsizetype m_tidyAt = 1'024;  // so many lines are looked through for those that are as good as new
};

}  // namespace refrain::net
