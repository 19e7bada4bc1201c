#pragma once

#include "console/engine/api.h"
#include "console/engine/backoff.h"
#include "console/engine/cachestore.h"
#include "console/engine/tablebatch.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace refrain::console {

/// Fetches everything once: categories, subjects, choices, each page into the cache with the place to go on from, so
/// that a crash or a lost network costs one page. What the backend no longer has is swept out at the end.
/// Engine thread.
class DirectorySync : public QObject {
    Q_OBJECT
public:
    DirectorySync(Api& api, CacheStore& cache, const Clock& clock, int pageSize, const Backoff& backoff,
                  QObject* parent = nullptr);

    /// Goes on where an interrupted run stopped, else begins anew.
    void start();
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Subjects so far, those of an interrupted run that is gone on with among them.
    [[nodiscard]] qint64 read() const { return m_read; }
    /// The place in the feed to go on from; -1: no full sync was ever finished.
    [[nodiscard]] static Result<qint64> finishedAt(CacheStore& cache);

signals:
    void pageStored(const std::shared_ptr<const refrain::console::TableBatch>& batch);
    void progressed(qint64 subjects);
    /// Follow the feed from `seq`. `swept`: rows went from the cache, so tables are to be read anew.
    void finished(qint64 seq, bool swept);
    /// The cache cannot be written.
    void failed(const refrain::Error& error);

private:
    enum class Stage { Categories, Everything, Subjects, Choices, TurnedBack, Done };

    Api& m_api;
    CacheStore& m_cache;
    const Clock& m_clock;
    int m_pageSize;
    Backoff m_backoff;
    QTimer m_retry;
    bool m_running = false;
    int m_run = 0;  ///< Answers to a run that was stopped are dropped.
    Stage m_stage = Stage::Categories;
    QString m_after;
    qint64 m_seq = -1;
    qint64 m_sweep = 1;
    qint64 m_read = 0;
    int m_pages = 0;
    Millis m_startedAt = 0;

    void begin();
    void fetch();
    void take(const ApiReply& reply);
    [[nodiscard]] Result<> store(const QJsonObject& page, TableBatch& batch);
    [[nodiscard]] Result<> storeItem(const QJsonObject& item, TableBatch& batch);
    [[nodiscard]] Result<> savePlace();
    void nextStage();
    void finish();
    void fail(const Error& error);
};

}  // namespace refrain::console
