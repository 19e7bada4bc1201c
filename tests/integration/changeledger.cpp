#include "tests/integration/changeledger.h"

#include <algorithm>

namespace refrain::test {

bool ChangeLedger::take(const QList<QByteArray>& parts)
{
    const QByteArray what = parts.value(0);
    const QString reason = QString::fromUtf8(parts.value(1));
    if (what == "asked") {
        Ask ask;
        ask.subject = QString::fromUtf8(parts.value(2));
        ask.category = QString::fromUtf8(parts.value(3));
        ask.state = QString::fromUtf8(parts.value(4));
        m_byReason.insert(reason, m_asks.size());
        m_asks.emplace_back(reason, ask);
        return true;
    }
    if (what != "declined" && what != "step")
        return false;
    const auto found = m_byReason.constFind(reason);
    if (found == m_byReason.constEnd()) {
        m_complaints.append(QStringLiteral("Nobody asked for %1.").arg(reason));
        return true;
    }
    Ask& ask = m_asks[*found].second;
    if (what == "declined")
        ask.declined = true;
    else
        step(ask, parts);
    return true;
}

void ChangeLedger::step(Ask& ask, const QList<QByteArray>& parts)
{
    const QString id = QString::fromUtf8(parts.value(2));
    const QByteArray stage = parts.value(3);
    if (!ask.id.isEmpty() && ask.id != id)
        m_complaints.append(QString::fromUtf8(parts.value(1)) + QStringLiteral(" has two ids."));
    ask.id = id;
    ask.promised = ask.promised || stage == "waiting" || stage == "confirmed";
    if (stage == "refused" || stage == "failed")
        m_complaints.append(QString::fromUtf8(parts.mid(1).join(' ')));
}

qsizetype ChangeLedger::promised() const
{
    return std::count_if(m_asks.begin(), m_asks.end(), [](const auto& ask) { return ask.second.promised; });
}

QStringList ChangeLedger::compare(const std::vector<FeedChange>& feed) const
{
    QStringList faults;
    QHash<QString, int> times;
    QHash<QString, size_t> lastAsk;  // By cell.
    for (const FeedChange& change : feed) {
        const auto found = m_byReason.constFind(change.reason);
        if (found == m_byReason.constEnd()) {
            faults.append(QStringLiteral("%1 at %2 was never asked for.").arg(change.reason).arg(change.seq));
            continue;
        }
        const Ask& ask = m_asks[*found].second;
        if (ask.declined || ask.subject != change.subject || ask.category != change.category ||
            ask.state != change.state)
            faults.append(QStringLiteral("%1 at %2 is not what was asked for.").arg(change.reason).arg(change.seq));
        if (++times[change.reason] > 1)
            faults.append(QStringLiteral("%1 is there again at %2.").arg(change.reason).arg(change.seq));
        const QString cell = ask.subject + QLatin1Char(' ') + ask.category;
        if (lastAsk.contains(cell) && lastAsk.value(cell) >= *found)
            faults.append(QStringLiteral("%1 at %2 came after a later one.").arg(change.reason).arg(change.seq));
        lastAsk.insert(cell, *found);
    }
    for (const auto& [reason, ask] : m_asks) {
        if (ask.promised && !times.contains(reason))
            faults.append(reason + QStringLiteral(" was promised, and is lost."));
    }
    return faults;
}

}  // namespace refrain::test
