#pragma once

#include "console/engine/cachestore.h"

#include <QObject>
#include <QTimer>

namespace refrain::console {

/// How much of each kind the feed brought.
struct FeedNews {
    int subjects = 0;
    int choices = 0;
    int categories = 0;
    [[nodiscard]] bool isEmpty() const { return subjects + choices + categories == 0; }
};

/// Writes into the journal what the feed brought of others' changes: one line for what comes within a few seconds, so
/// that a directory that streams in does not fill it. Engine thread.
class FeedJournal : public QObject {
    Q_OBJECT
public:
    FeedJournal(CacheStore& cache, const Clock& clock, QObject* parent = nullptr);

    void add(const FeedNews& news);
    /// One of the categories just brought was changed here: no news. The feed often knows before the answer is here.
    void dropOwnCategory();

signals:
    void written();

private:
    CacheStore& m_cache;
    const Clock& m_clock;
    QTimer m_quiet;
    FeedNews m_news;
    Millis m_startedAt = 0;

    void write();
};

}  // namespace refrain::console
