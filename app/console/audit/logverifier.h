#pragma once

#include "console/audit/auditreader.h"
#include "console/engine/api.h"
#include "console/engine/cachestore.h"
#include "console/engine/outboxstore.h"
#include "domain/signednote.h"

#include <QObject>

#include <map>

namespace refrain::console {

/// The hashes of the log's complete subtrees, kept in the cache: grown leaf by leaf as they are fetched.
class CachedTree final : public TreeHashes {
public:
    explicit CachedTree(store::Database& database) : m_database(database) {}
    [[nodiscard]] Result<TreeHash> hash(int level, qint64 index) const override;
    [[nodiscard]] Result<qint64> size() const;
    [[nodiscard]] Result<> append(qint64 size, const TreeHash& leaf);
    [[nodiscard]] Result<> clear();

private:
    store::Database& m_database;
};

/// Holds the backend to its log: the checkpoint's signature, consistency with every checkpoint seen before, and the
/// root recomputed from all leaves. What does not fit is an alarm that stays. Engine thread.
class LogVerifier : public QObject {
    Q_OBJECT
public:
    LogVerifier(Api& api, CacheStore& cache, OutboxStore& pins, const Clock& clock, WorkspaceId workspace,
                QObject* parent = nullptr);

    /// Checks against `auditKey`, the workspace's verifier key. The first key seen is the one trusted.
    void verify(const QString& auditKey);

signals:
    void stateChanged(const refrain::console::LogState& state);

private:
    Api& m_api;
    CacheStore& m_cache;
    OutboxStore& m_pins;
    const Clock& m_clock;
    WorkspaceId m_workspace;
    LogState m_state;
    bool m_busy = false;
    bool m_rebuilt = false;
    Checkpoint m_checkpoint;
    QByteArray m_note;
    QString m_page;                       ///< Of the last page that was read.
    std::map<qint64, TreeHash> m_leaves;  ///< Fetched, not appended yet.

    [[nodiscard]] Result<QString> trustedKey(const QString& auditKey);
    void open(const QString& vkey, const QByteArray& note);
    void comparePin();
    void askConsistency(const Checkpoint& pin);
    void fetchFromLastPage();
    void fetchLeaves(const QString& after);
    void takeLeaves(const ApiReply& reply);
    void appendLeaves();
    void compareRoot();
    void alarm(const QString& sentence);
    void unknown(const Error& why);
};

}  // namespace refrain::console
