#pragma once

#include "console/engine/api.h"
#include "console/engine/backoff.h"
#include "console/engine/cachestore.h"
#include "console/engine/feedjournal.h"
#include "console/engine/tablebatch.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace refrain::console {

/// Follows `GET /changes` by long polls for ever, applying what comes to the cache: each page and the place after it in
/// one commit, so that nothing is lost or skipped. Applying twice does no harm. Engine thread.
class ChangeFeed : public QObject {
    Q_OBJECT
public:
    /// `oneself`: whose own changes are no news; the user's id.
    ChangeFeed(Api& api, CacheStore& cache, std::function<QString()> oneself, int pollSeconds, const Backoff& backoff,
               QObject* parent = nullptr);

    void start(qint64 after);
    void stop();
    /// Polls at once instead of at the next attempt.
    void hurry();
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] qint64 seq() const { return m_seq; }

signals:
    void pageStored(const std::shared_ptr<const refrain::console::TableBatch>& batch);
    /// The place is no longer kept (410), or the backend's sequence went back: fetch everything again.
    void resyncNeeded();
    /// A subject was erased: tables are to be read anew.
    void subjectErased();
    /// Something else changed: the workspace's name, a member, the directory's last sync.
    void workspaceTouched();
    /// What a page brought that others changed.
    void brought(const refrain::console::FeedNews& news);
    void failed(const refrain::Error& error);

private:
    Api& m_api;
    CacheStore& m_cache;
    std::function<QString()> m_oneself;
    int m_pollSeconds;
    Backoff m_backoff;
    QTimer m_retry;
    bool m_running = false;
    bool m_firstPoll = true;
    bool m_polling = false;
    qint64 m_seq = 0;

    void poll();
    void take(const ApiReply& reply);
    struct News {
        std::shared_ptr<TableBatch> batch = std::make_shared<TableBatch>();
        bool categories = false;
        bool erased = false;
        bool workspace = false;
        FeedNews others;
    };
    [[nodiscard]] Result<> store(const QJsonObject& page, News& news);
    [[nodiscard]] Result<> apply(const QJsonObject& change, News& news);
    [[nodiscard]] bool isOwn(const Preference& preference) const;
};

}  // namespace refrain::console
