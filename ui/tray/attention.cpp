#include "ui/tray/attention.h"

#include <QCoreApplication>

namespace refrain::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Attention)
};

/// The latest exchange of each sort, where it failed: an older failure was mended since.
QStringList failedSyncs(const std::vector<console::Exchange>& exchanges)
{
    QSet<QString> seen;
    QStringList failed;
    for (const console::Exchange& exchange : exchanges) {
        const QString sort = QString::number(int(exchange.between)) + exchange.what;
        if (exchange.outcome == SyncOutcome::Running || seen.contains(sort))
            continue;
        seen.insert(sort);
        if (exchange.outcome == SyncOutcome::Failed)
            failed << Text::tr("%1: it failed. %2", "an exchange, why").arg(exchange.what, exchange.error).trimmed();
    }
    return failed;
}

}  // namespace

QStringList Attention::news(const std::vector<console::StatusSentence>& status,
                            const std::vector<console::Exchange>& exchanges)
{
    m_standing.clear();
    for (const console::StatusSentence& sentence : status) {
        if (sentence.tone == console::StatusSentence::Tone::Danger ||
            sentence.about == console::StatusSentence::About::Approvals)
            m_standing << sentence.text;
    }
    m_standing << failedSyncs(exchanges);
    QStringList news;
    for (const QString& sentence : m_standing) {
        if (!m_told.contains(sentence))
            news << sentence;
    }
    m_told = QSet<QString>(m_standing.begin(), m_standing.end());
    return news;
}

}  // namespace refrain::ui
