#pragma once

#include "console/audit/auditreader.h"
#include "console/audit/cachedtree.h"
#include "console/audit/logevidence.h"
#include "console/audit/logpins.h"
#include "console/engine/api.h"
#include "console/engine/cachestore.h"
#include "domain/signednote.h"

#include <QObject>

#include <map>

namespace refrain::console {

/// Holds the backend to its log: the checkpoint's signature, consistency with every checkpoint seen before, and the
/// root recomputed from all leaves. What does not fit is an alarm that stays. Engine thread.
class LogVerifier : public QObject {
    Q_OBJECT
public:
    LogVerifier(Api& api, CacheStore& cache, LogPins& pins, const Clock& clock, WorkspaceId workspace,
                QObject* parent = nullptr);

    /// Checks against `auditKey`, the workspace's verifier key. The first key seen is the one trusted. While a check
    /// is under way another one follows it, so that what was there when this was called is covered.
    void verify(const QString& auditKey);
    /// Trusts another key from now on. Does nothing unless the alarm is that very key.
    void trust(const QString& vkey);
    /// What an alarm rests on.
    [[nodiscard]] LogEvidence evidence();

signals:
    void stateChanged(const refrain::console::LogState& state);

private:
    Api& m_api;
    CacheStore& m_cache;
    LogPins& m_pins;
    const Clock& m_clock;
    WorkspaceId m_workspace;
    LogState m_state;
    bool m_busy = false;
    bool m_again = false;  ///< Asked for while busy.
    QString m_key;         ///< That the running check trusts.
    bool m_rebuilt = false;
    Checkpoint m_checkpoint;
    QByteArray m_note;
    QJsonObject m_proof;                  ///< Of consistency, as it came.
    QString m_page;                       ///< Of the last page that was read.
    std::map<qint64, TreeHash> m_leaves;  ///< Fetched, not appended yet.

    [[nodiscard]] Result<QString> trustedKey(const QString& auditKey);
    void begin(const QString& vkey);
    void refuseKey(const QString& known, const QString& offered);
    void open(const QByteArray& note);
    void askKey();
    void comparePin();
    void askConsistency(const SeenCheckpoint& pin);
    void fetchFromLastPage();
    void fetchLeaves(const QString& after);
    void takeLeaves(const ApiReply& reply);
    void appendLeaves();
    void compareRoot();
    void verified(const TreeHash& root);
    void alarm(const QString& sentence);
    void unknown(const Error& why);
};

}  // namespace refrain::console
