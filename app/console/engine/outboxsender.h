#pragma once

#include "console/desk/subjectdetail.h"
#include "console/engine/api.h"
#include "console/engine/backoff.h"
#include "console/engine/cachestore.h"
#include "console/engine/outboxstore.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace refrain::console {

/// Empties the outbox, one change at a time, in order for each subject, each exactly once: its key and its If-Match are
/// on disk before the request leaves, so that sending it again after a crash gets the same answer. Engine thread.
class OutboxSender : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Api& api;
        CacheStore& cache;
        OutboxStore& outbox;
        const Clock& clock;
        Wording wording;
    };
    OutboxSender(Parts parts, const Backoff& backoff, QObject* parent = nullptr);

    /// Sends what can be sent; harmless at any time.
    void kick();
    /// Forgets all waits and kicks.
    void retryNow();
    void stop();
    [[nodiscard]] bool isSending(const LocalChangeId& id) const { return m_sending == id; }

signals:
    /// A change moved on: Confirmed, Refused, Failed, or Waiting with another sentence.
    void moved(const refrain::console::LocalChange& change);
    /// The backend's own word on a preference, already in the cache.
    void learned(const refrain::Preference& preference);

private:
    Parts m_parts;
    Backoff m_backoff;
    QTimer m_retry;
    LocalChangeId m_sending;
    QHash<SubjectId, Millis> m_heldUntil;  ///< Subjects whose first change must be tried again later.
    bool m_stopped = false;
    Millis m_startedAt = 0;

    void pick();
    void settleVersion(const OutboxRow& row);
    void send(const OutboxRow& row, qint64 ifMatch);
    void answered(const OutboxRow& row, const ApiReply& reply);
    void confirm(const OutboxRow& row, const Preference& preference);
    void refuse(const OutboxRow& row, const ApiReply& reply);
    void refuse(const OutboxRow& row, const QString& sentence, const std::optional<Preference>& current);
    void learnCurrent(const OutboxRow& row, const QString& sentence);
    void giveUp(const OutboxRow& row, const QString& sentence);
    void tryLater(const OutboxRow& row, const Error& why, std::optional<int> seconds);
    void networkAway(const OutboxRow& row, const Error& why);
    void journal(const OutboxRow& row, SyncOutcome outcome, const QString& error);
    void learn(const Preference& preference);
    void proceed();
};

}  // namespace refrain::console
