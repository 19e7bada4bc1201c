#include "net/ratebudget.h"

#include <QMutexLocker>

#include <algorithm>

namespace refrain::net {

RateBudget::RateBudget(const Clock& clock) : m_clock(clock) {}

std::chrono::milliseconds RateBudget::reserve(const QString& key, Rate rate)
{
    return reserve(key, rate, false);
}

std::chrono::milliseconds RateBudget::take(const QString& key, Rate rate)
{
    return reserve(key, rate, true);
}

std::chrono::milliseconds RateBudget::reserve(const QString& key, Rate rate, bool onlyNow)
{
    const Millis interval = 60'000 / std::max(1, rate.perMinute);
    const Millis slack = interval * (std::max(1, rate.burst) - 1);
    const QMutexLocker lock(&m_mutex);
    const Millis now = m_clock.now();
    if (m_lines.size() >= m_tidyAt)
        forgetFull(now);
    Line& line = m_lines[key];
    if (onlyNow)
        line.next = std::min(line.next, now + slack + interval);  // a clock that was set back locks nobody out
    const Millis earliest = std::max(now, line.pausedUntil);
    const Millis place = std::max(earliest, line.next - slack);
    if (place == now || !onlyNow)
        line.next = std::max(line.next, place) + interval;
    return std::chrono::milliseconds(place - now);
}

/// A line whose bucket is full again is like one that was never asked for.
void RateBudget::forgetFull(Millis now)
{
    m_lines.removeIf([now](const std::pair<const QString&, Line&>& entry) {
        return entry.second.next <= now && entry.second.pausedUntil <= now;
    });
    m_tidyAt = std::max<qsizetype>(1'024, 2 * m_lines.size());
}

qsizetype RateBudget::size() const
{
    const QMutexLocker lock(&m_mutex);
    return m_lines.size();
}

void RateBudget::pause(const QString& key, std::chrono::milliseconds duration)
{
    const QMutexLocker lock(&m_mutex);
    Line& line = m_lines[key];
    line.pausedUntil = std::max(line.pausedUntil, m_clock.now() + duration.count());
}

}  // namespace refrain::net
