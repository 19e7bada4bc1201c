#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <utility>
#include <vector>

namespace refrain::test {

/// A change of a preference as the backend's feed tells it.
struct FeedChange {
    qint64 seq = 0;
    QString reason;
    QString subject;
    QString category;
    QString state;
};

/// What a console that is killed again and again asked for, and what it said of it: each change bears a reason of its
/// own, by which it is found again in the feed.
class ChangeLedger {
public:
    /// One line of the console's output, in parts; false where it is none of the ledger's.
    bool take(const QList<QByteArray>& parts);

    /// What the feed has too much, too little or in another order; sentences, empty where all is well.
    [[nodiscard]] QStringList compare(const std::vector<FeedChange>& feed) const;
    /// What the console said that it must not say here: nobody else changes anything, so nothing is refused.
    [[nodiscard]] const QStringList& complaints() const { return m_complaints; }
    [[nodiscard]] qsizetype asked() const { return qsizetype(m_asks.size()); }
    /// Those that lay on disk or were confirmed: they must be in force.
    [[nodiscard]] qsizetype promised() const;

private:
    struct Ask {
        QString subject;
        QString category;
        QString state;
        QString id;
        bool declined = false;
        bool promised = false;
    };
    std::vector<std::pair<QString, Ask>> m_asks;  ///< By reason, in the order of asking.
    QHash<QString, size_t> m_byReason;
    QStringList m_complaints;

    void step(Ask& ask, const QList<QByteArray>& parts);
};

}  // namespace refrain::test
