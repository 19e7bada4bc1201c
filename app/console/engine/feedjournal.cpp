#include "console/engine/feedjournal.h"

#include "base/log.h"
#include "console/desk/numbers.h"

#include <algorithm>
#include <utility>

namespace refrain::console {

namespace {

constexpr int quietMs = 1'500;

}  // namespace

FeedJournal::FeedJournal(CacheStore& cache, const Clock& clock, QObject* parent)
    : QObject(parent), m_cache(cache), m_clock(clock)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietMs);
    connect(&m_quiet, &QTimer::timeout, this, &FeedJournal::write);
}

void FeedJournal::add(const FeedNews& news)
{
    if (news.isEmpty())
        return;
    if (m_news.isEmpty())
        m_startedAt = m_clock.now();
    m_news.subjects += news.subjects;
    m_news.choices += news.choices;
    m_news.categories += news.categories;
    m_quiet.start();
}

void FeedJournal::dropOwnCategory()
{
    m_news.categories = std::max(0, m_news.categories - 1);
}

void FeedJournal::write()
{
    const FeedNews news = std::exchange(m_news, {});
    if (news.isEmpty())
        return;
    QStringList parts;
    if (news.subjects > 0)
        parts << tr("%1 people and channels", nullptr, news.subjects).arg(grouped(news.subjects));
    if (news.choices > 0)
        parts << tr("%1 choices", nullptr, news.choices).arg(grouped(news.choices));
    if (news.categories > 0)
        parts << tr("%1 categories", nullptr, news.categories).arg(grouped(news.categories));
    Exchange exchange;
    exchange.what = tr("Changes by others");
    exchange.result = parts.join(QStringLiteral(", "));
    exchange.startedAt = m_startedAt;
    exchange.finishedAt = m_clock.now();
    exchange.outcome = SyncOutcome::Ok;
    exchange.counts.read = news.subjects + news.choices + news.categories;
    if (Result<> done = m_cache.writeJournal(exchange); !done)
        qCWarning(log::sync) << done.error().toString();
    emit written();
}

}  // namespace refrain::console
