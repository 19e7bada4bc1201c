#include "console/accounts/accounts.h"
#include "console/audit/auditreader.h"
#include "console/desk/desk.h"
#include "console/desk/desksetup.h"
#include "console/engine/sendandthen.h"
#include "console/local/localbackend.h"
#include "console/table/subjecttable.h"
#include "net/qttransport.h"

#include <QTemporaryDir>
#include <QTest>

using namespace refrain;
using namespace refrain::console;

namespace {

/// Stands in for the browser: follows redirects with cookies, as long as there are any.
class Follower : public QObject {
public:
    explicit Follower(net::Transport& transport) : m_transport(transport) {}

    void open(const QUrl& url)
    {
        net::HttpRequest request;
        request.url = url;
        for (const auto& [host, cookie] : m_cookies) {
            if (host == url.authority())
                request.headers.append({QByteArrayLiteral("Cookie"), cookie});
        }
        sendAndThen(m_transport, std::move(request), this, [this, url](const Result<net::HttpReply>& reply) {
            if (!reply)
                return;
            lastStatus = reply->status;
            lastPage = reply->body;
            for (const auto& [name, value] : reply->headers) {
                if (name.toLower() == "set-cookie")
                    m_cookies.emplace_back(url.authority(), value.left(value.indexOf(';')));
            }
            const QByteArray location = reply->header(QByteArrayLiteral("Location"));
            if (!location.isEmpty())
                open(url.resolved(QUrl::fromEncoded(location)));
        });
    }
    int lastStatus = 0;
    QByteArray lastPage;

private:
    net::Transport& m_transport;
    std::vector<std::pair<QString, QByteArray>> m_cookies;
};

}  // namespace

/// The desk against the real programs: the practice Slack, refraind, and a browser made of redirects.
class TestDeskIntegration : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("PATH", QByteArray(REFRAIN_BIN_DIR) + ':' + qgetenv("PATH"));
        qputenv("REFRAIN_SANDBOX_ARGS", "--auto-approve --rate-limits off");
        if (LocalBackend::findProgram(QStringLiteral("refraind")).isEmpty())
            QSKIP("refraind is not built");
        const auto profile = Profile::openIn(m_folder.path(), QStringLiteral("practice"));
        QVERIFY(profile.ok());
        m_accounts = std::make_unique<Accounts>(*profile, m_clock);
        QVERIFY(m_accounts->load().ok());
        m_local = std::make_unique<LocalBackend>(*profile, m_random);
        m_local->start(LocalBackend::Mode::Practice);
        QTRY_VERIFY_WITH_TIMEOUT(m_local->state() == LocalBackend::State::Ready, 30'000);
    }

    void connectsThroughTheBrowser()
    {
        Follower browser(m_transport);
        SignIn signIn(m_transport, m_random, m_clock, [&](const QUrl& url) {
            browser.open(url);
            return true;
        });
        connect(&signIn, &SignIn::finished, this, [this](const SignInGrant& grant) { m_grant = grant; });
        SignInRequest request;
        request.backend = m_local->url();
        request.launchSecret = m_local->launchSecret();
        signIn.start(request);
        QTRY_VERIFY_WITH_TIMEOUT(signIn.state() == SignIn::State::Succeeded || signIn.state() == SignIn::State::Failed,
                                 30'000);
        if (signIn.state() == SignIn::State::Failed)
            qWarning() << signIn.sentence() << signIn.details() << browser.lastStatus << browser.lastPage.left(600);
        QCOMPARE(signIn.state(), SignIn::State::Succeeded);
        QVERIFY(m_grant.role == Role::Admin);
        QTRY_VERIFY(browser.lastPage.contains("You are signed in"));
    }

    void fetchesTheWholeDirectory()
    {
        startDesk(true);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->people().rowCount() >= 10'000, 90'000);
        // Private channels that the app is not in stay unknown to it.
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->channels().rowCount() >= 100, 30'000);
        QVERIFY(m_desk->categories().size() >= 4);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->agreement().kind == Agreement::Kind::Agree, 30'000);
    }

    void aChangeIsConfirmedAndFoundInTheLog()
    {
        m_subject = m_desk->people().id(5);
        m_category = m_desk->categories().front().slug;
        change(PreferenceState::OptedOut);
        QTRY_VERIFY_WITH_TIMEOUT(confirmed() == 1, 10'000);
        QFuture<Result<AuditPage>> asked = m_desk->audit().load({m_subject, {}, {}, {}, {}, {}});
        QTRY_VERIFY_WITH_TIMEOUT(asked.isFinished(), 10'000);
        QVERIFY(asked.result().ok() && !asked.result()->rows.empty());
        QCOMPARE(asked.result()->rows.front().after, QStringLiteral("off"));
        m_desk->audit().verify();
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->audit().state().kind, LogState::Kind::Verified, 10'000);
        QFuture<Result<SubjectDetail>> detail = m_desk->detail(m_subject);
        QTRY_VERIFY(detail.isFinished());
        QVERIFY(!detail.result()->history.empty());
    }

    void whatWasChangedWithoutABackendGoesOutAfterARestart()
    {
        m_local->stop();
        QTRY_VERIFY_WITH_TIMEOUT(m_local->state() == LocalBackend::State::Stopped, 15'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->connection().kind == ConnectionState::Kind::Offline, 40'000);
        change(PreferenceState::Default);
        QTRY_VERIFY(m_desk->outbox().size() == 1 && m_desk->outbox().front().kept);
        m_desk.reset();
        m_local->start(LocalBackend::Mode::Practice);
        QTRY_VERIFY_WITH_TIMEOUT(m_local->state() == LocalBackend::State::Ready, 30'000);
        m_moves.clear();
        startDesk(false);
        QTRY_VERIFY_WITH_TIMEOUT(confirmed() == 1, 30'000);
        QVERIFY(m_desk->outbox().empty());
        const int row = m_desk->people().rowOf(m_subject);
        QCOMPARE(m_desk->people().cell(row, 0).state, CellState::DefaultOn);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->agreement().kind == Agreement::Kind::Agree, 30'000);
    }

    void cleanupTestCase()
    {
        m_desk.reset();
        m_local.reset();
    }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    net::QtTransport m_transport;
    MemoryTokenStore m_tokens;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<LocalBackend> m_local;
    std::unique_ptr<Desk> m_desk;
    SignInGrant m_grant;
    SubjectId m_subject;
    CategorySlug m_category;
    std::vector<LocalChange> m_moves;

    void startDesk(bool fresh)
    {
        DeskSetup setup;
        setup.account = fresh ? m_accounts->signedIn(m_grant, BackendKind::Practice) : *m_accounts->current();
        setup.account.backend = m_local->url();
        setup.accounts = m_accounts.get();
        setup.tokens = &m_tokens;
        if (fresh)
            setup.grant = m_grant;
        setup.launchSecret = m_local->launchSecret();
        setup.clock = &m_clock;
        setup.random = &m_random;
        setup.zone = QTimeZone::utc();
        setup.transport = &m_transport;
        m_desk = std::make_unique<Desk>(setup);
        connect(m_desk.get(), &Desk::changeUpdated, m_desk.get(),
                [this](const LocalChange& change) { m_moves.push_back(change); });
        m_desk->start();
    }

    void change(PreferenceState state)
    {
        ChangeOrder order;
        order.subject = m_subject;
        order.category = m_category;
        order.wish = Wish::toState(state);
        const auto made = m_desk->change(order);
        QVERIFY2(made.ok(), qPrintable(made ? QString() : made.error().message()));
    }

    qint64 confirmed() const
    {
        return std::count_if(m_moves.begin(), m_moves.end(),
                             [](const LocalChange& move) { return move.stage == ChangeStage::Confirmed; });
    }
};

QTEST_GUILESS_MAIN(TestDeskIntegration)
#include "tst_deskintegration.moc"
