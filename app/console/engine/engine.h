#pragma once

#include "console/desk/desksetup.h"
#include "console/engine/batchflow.h"
#include "console/engine/enginework.h"
#include "console/engine/pulse.h"

#include <QObject>

#include <memory>
#include <optional>

namespace refrain::console {

/// The desk's other half: owns the databases, the session and everything that talks to the backend. Lives on the
/// engine's thread; call its functions through post().
class Engine : public QObject {
    Q_OBJECT
public:
    explicit Engine(const DeskSetup& setup);
    ~Engine() override;

    /// Runs `work(engine)` on the engine's thread, later. Any thread.
    template <class Work>
    void post(Work work)
    {
        QMetaObject::invokeMethod(
            this, [this, work = std::move(work)] { work(*this); }, Qt::QueuedConnection);
    }

    // On the engine's thread:

    /// Opens the databases, reads the cache and the outbox.
    void open();
    void begin(const SignInGrant& grant);
    void begin(const Secret& refreshToken);
    void setBackend(const QUrl& backend, const Secret& launchSecret);
    void setBackendAway();
    void submit(const LocalChange& change);
    /// Takes back what was not sent yet without a trace, else submits.
    void submitUndo(const LocalChange& undo);
    void discard(const LocalChangeId& id);
    /// A refusal was looked at.
    void forget(const LocalChangeId& id);
    /// `id` empty: all.
    void retry(const LocalChangeId& id);
    /// Stops a first sync where it is; it goes on from there.
    void stopSync();
    void continueSync();
    void signOut();
    /// Closes the databases: the cache may then be deleted.
    void close();
    /// Null before open() and once the session has ended.
    [[nodiscard]] EngineWork* work() { return m_work.get(); }
    /// False once the backend is known to be away.
    [[nodiscard]] bool hasContact() const { return m_connection.kind != ConnectionState::Kind::Offline; }

signals:
    void tablesChanged(const std::shared_ptr<const refrain::console::TableBatch>& batch);
    void outboxRead(const std::vector<refrain::console::LocalChange>& changes);
    void changeMoved(const refrain::console::LocalChange& change);
    void progressChanged(const refrain::console::LoadProgress& progress);
    void connectionChanged(const refrain::console::ConnectionState& state);
    void workspaceRead(const refrain::console::WorkspaceInfo& info);
    void exchangesRead(const std::vector<refrain::console::Exchange>& exchanges);
    void agreementChanged(const refrain::console::Agreement& agreement);
    void exportProgressed(qint64 written);
    void logStateChanged(const refrain::console::LogState& state);
    void refreshTokenChanged(const refrain::Secret& token);
    /// The backend answered.
    void contacted(qint64 at);
    /// The databases are closed; the people may be wiped.
    void sessionEnded(const QString& sentence);

private:
    DeskSetup m_setup;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Api> m_api;
    std::unique_ptr<Pulse> m_pulse;
    std::unique_ptr<EngineWork> m_work;
    ConnectionState m_connection;
    LoadProgress m_progress;
    Millis m_lastContact = 0;
    Error m_openError;
    bool m_following = false;
    BatchFlow m_flow;
    QTimer m_agreementTimer;
    QTimer m_auditTimer;
    QTimer m_recheckTimer;

    void connectWork();
    void connectSession();
    void connectPulse();
    void readCache();
    void readOutbox();
    void follow();
    void caughtUp();
    void compareOnceRead();
    void pass(const std::shared_ptr<const TableBatch>& batch);
    void learned(const Preference& preference);
    void enter(const ConnectionState& state);
    void enterOffline(const QString& sentence);
    void startSync();
    void end(const QString& sentence);
};

}  // namespace refrain::console
