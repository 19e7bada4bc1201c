#pragma once

#include "base/result.h"
#include "console/accounts/accounts.h"
#include "console/desk/desk.h"
#include "console/desk/desksetup.h"
#include "net/transport.h"
#include "tests/bench/population.h"
#include "tests/support/fixedrandom.h"
#include "tests/support/manualclock.h"
#include "ui/common/screen.h"
#include "ui/common/settings.h"
#include "ui/people/subjectmodel.h"
#include "ui/people/subjecttableview.h"
#include "ui/shell/mainwindow.h"
#include "ui/workspace.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTimer>

namespace refrain::bench {

/// No network: every request is refused at once.
class NoNetwork final : public net::Transport {
public:
    QFuture<Result<net::HttpReply>> send(net::HttpRequest) override
    {
        QPromise<Result<net::HttpReply>> promise;
        promise.start();
        promise.addResult(Error::unavailable(QStringLiteral("There is no network here."), QStringLiteral("refused")));
        promise.finish();
        return promise.future();
    }
};

/// The longest time that the window would have left an event waiting.
class Heartbeat final : public QObject {
public:
    explicit Heartbeat()
    {
        m_beat.setTimerType(Qt::PreciseTimer);
        connect(&m_beat, &QTimer::timeout, this, [this] { beat(); });
        m_beat.start(1);
        m_since.start();
    }
    /// Of all gaps since the last call, in milliseconds.
    [[nodiscard]] std::vector<double> take()
    {
        beat();
        return std::exchange(m_gaps, {});
    }
    /// Runs what the measurement itself does in between; it is no wait of the window's.
    template <class Work>
    void without(const Work& work)
    {
        beat();
        work();
        m_since.restart();
    }

private:
    QTimer m_beat;
    QElapsedTimer m_since;
    std::vector<double> m_gaps;

    void beat()
    {
        m_gaps.push_back(double(m_since.nsecsElapsed()) / 1e6);
        m_since.restart();
    }
};

/// The real window over a cache file, without a backend.
class BenchConsole {
public:
    /// Writes the cache file; the window is not there yet.
    [[nodiscard]] bool prepare(int people)
    {
        const auto profile = console::Profile::openIn(m_folder.path(), QStringLiteral("bench"));
        if (!profile)
            return false;
        m_accounts = std::make_unique<console::Accounts>(*profile, m_clock);
        console::SignInGrant grant;
        grant.backend = QUrl(QStringLiteral("https://refrain.invalid"));
        grant.workspace = WorkspaceId(QStringLiteral("T1"));
        grant.workspaceName = QStringLiteral("Acme");
        grant.userId = QStringLiteral("U1");
        grant.role = Role::Admin;
        m_account = m_accounts->signedIn(grant, console::BackendKind::Server);
        return writeCache(cacheFile(), people).ok();
    }
    [[nodiscard]] QString cacheFile() const { return m_accounts->profile().cacheFile(m_account.id); }

    /// The program's own start, from an empty window on.
    void start()
    {
        console::DeskSetup setup;
        setup.account = m_account;
        setup.accounts = m_accounts.get();
        setup.tokens = &m_tokens;
        setup.clock = &m_clock;
        setup.random = &m_random;
        setup.zone = QTimeZone::utc();
        setup.transport = &m_transport;
        main = std::make_unique<ui::MainWindow>(m_theme, m_settings);
        main->resize(1280, 800);
        main->show();
        workspace = std::make_unique<ui::Workspace>(m_theme, m_settings, m_clock, QTimeZone::utc(), *main,
                                                    std::make_unique<console::Desk>(setup));
        workspace->start();
    }

    [[nodiscard]] console::Desk& desk() const { return workspace->desk(); }
    [[nodiscard]] ui::SubjectTableView& table() const
    {
        return *main->findChild<ui::SubjectTableView*>(QStringLiteral("peopleTable"));
    }
    [[nodiscard]] ui::SubjectModel& model() const { return *static_cast<ui::SubjectModel*>(table().model()); }
    [[nodiscard]] ui::Screen& screen() const { return *main->screens().constFirst(); }
    [[nodiscard]] QLineEdit& filter() const { return *main->findChild<QLineEdit*>(QStringLiteral("peopleFilter")); }

private:
    QTemporaryDir m_folder;
    test::ManualClock m_clock{populationNow};
    test::FixedRandom m_random;
    NoNetwork m_transport;
    console::MemoryTokenStore m_tokens;
    ui::Theme m_theme = ui::Theme::make(ui::Scheme::Light);
    ui::Settings m_settings{m_folder.filePath(QStringLiteral("ui.ini"))};
    std::unique_ptr<console::Accounts> m_accounts;
    console::Account m_account;

public:
    std::unique_ptr<ui::MainWindow> main;
    std::unique_ptr<ui::Workspace> workspace;
};

}  // namespace refrain::bench
