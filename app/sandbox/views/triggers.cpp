#include "sandbox/views/triggers.h"

namespace refrain::sandbox {

namespace {

/// For so long an old one is told from one that never was.
constexpr Millis remembered = 10 * 60 * 1000;

}  // namespace

QString Triggers::issue(quint64 person)
{
    const Millis now = m_clock.now();
    m_issued.removeIf([now](const QHash<QString, Open>::iterator& one) { return one->until + remembered < now; });
    const QString trigger =
        QStringLiteral("%1.%2.%3").arg(now).arg(person).arg(QString::fromLatin1(m_random.bytes(16).toHex()));
    m_issued.insert(trigger, {person, now + lifetime, false});
    return trigger;
}

Triggers::Redeemed Triggers::redeem(const QString& trigger)
{
    const auto found = m_issued.find(trigger);
    if (found == m_issued.end())
        return {{}, QStringLiteral("invalid_trigger_id")};
    if (found->used)
        return {{}, QStringLiteral("exchanged_trigger_id")};
    if (found->until < m_clock.now())
        return {{}, QStringLiteral("expired_trigger_id")};
    found->used = true;
    return {found->person, {}};
}

}  // namespace refrain::sandbox
