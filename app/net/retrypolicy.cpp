#include "net/retrypolicy.h"

#include <QLocale>
#include <QtEndian>

#include <algorithm>

namespace refrain::net {

using std::chrono::milliseconds;

namespace {

bool isWorthAnother(const Result<HttpReply>& outcome)
{
    if (!outcome)
        return outcome.error().isTransient();
    switch (outcome->status) {
        case 408:
        case 429:
        case 500:
        case 502:
        case 503:
        case 504: return true;
        default: return false;
    }
}

}  // namespace

RetryPolicy::RetryPolicy(Limits limits, const Clock& clock, Random& random)
    : m_limits(limits), m_clock(clock), m_random(random)
{
}

std::optional<milliseconds> RetryPolicy::delayAfter(int attempt, const Result<HttpReply>& outcome) const
{
    if (attempt >= m_limits.attempts || !isWorthAnother(outcome))
        return std::nullopt;
    const int doublings = std::clamp(attempt - 1, 0, 30);
    const milliseconds full = std::min(m_limits.longest, milliseconds(m_limits.first.count() << doublings));
    const quint32 word = qFromBigEndian<quint32>(m_random.bytes(4).constData());
    const milliseconds jittered = full / 2 + milliseconds(full.count() / 2 * qint64(word) / 0xffffffffLL);
    if (!outcome)
        return jittered;
    const auto asked = retryAfter(*outcome, m_clock.now());
    return asked ? *asked + jittered / 10 : jittered;
}

std::optional<milliseconds> retryAfter(const HttpReply& reply, Millis now)
{
    const QString text = QString::fromLatin1(reply.header("Retry-After")).trimmed();
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return seconds >= 0 && seconds < 1'000'000'000 ? std::optional<milliseconds>(seconds * 1000) : std::nullopt;
    QDateTime date = QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return milliseconds(std::max<qint64>(0, date.toMSecsSinceEpoch() - now));
}

}  // namespace refrain::net
