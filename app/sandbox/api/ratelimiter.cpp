#include "sandbox/api/ratelimiter.h"

namespace refrain::sandbox {

namespace {
constexpr Millis window = 60'000;
}

int RateLimiter::limit(Tier tier)
{
    switch (tier) {
        case Tier::One: return 1;
        case Tier::Two: return 20;
        case Tier::Three: return 50;
        case Tier::Four: return 100;
        case Tier::Special: return 600;
        case Tier::Posting: return 60;  // one a second, with short bursts
    }
    return 1;
}

std::optional<int> RateLimiter::admit(const Method& method, const QString& workspace, const QString& channel)
{
    if (!m_enabled)
        return std::nullopt;
    const Millis now = m_clock.now();
    QString key = method.name + u'/' + workspace;
    if (method.tier == Tier::Posting)
        key += u'/' + channel;
    std::deque<Millis>& calls = m_calls[key];
    while (!calls.empty() && calls.front() <= now - window)
        calls.pop_front();
    if (calls.size() < size_t(limit(method.tier))) {
        calls.push_back(now);
        return std::nullopt;
    }
    return int((calls.front() + window - now + 999) / 1000);
}

}  // namespace refrain::sandbox
