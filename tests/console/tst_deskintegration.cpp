#include "console/audit/auditreader.h"
#include "console/table/subjecttable.h"
#include "livedesk.h"

#include <QTest>

using namespace refrain;
using namespace refrain::console;

/// The desk against the real programs: the practice Slack, refraind, and a browser made of redirects.
class TestDeskIntegration : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY2(m_live.startPrograms(REFRAIN_BIN_DIR, "--auto-approve --rate-limits off"),
                 "refraind and refrain-sandbox must be built beside this test, and start");
    }

    void connectsThroughTheBrowser()
    {
        test::RedirectBrowser browser(m_live.transport);
        QVERIFY(m_live.signIn(browser));
        QVERIFY(m_live.grant.role == Role::Admin);
        QTRY_VERIFY(browser.lastPage.contains("You are signed in"));
    }

    void fetchesTheWholeDirectory()
    {
        startDesk(true);
        QTRY_VERIFY(desk().people().rowCount() >= 10'000);
        // Private channels that the app is not in stay unknown to it.
        QTRY_VERIFY(desk().channels().rowCount() >= 100);
        QVERIFY(desk().categories().size() >= 4);
        QTRY_VERIFY(desk().agreement().kind == Agreement::Kind::Agree);
    }

    void aChangeIsConfirmedAndFoundInTheLog()
    {
        m_subject = desk().people().id(5);
        m_category = desk().categories().front().slug;
        change(PreferenceState::OptedOut);
        QTRY_VERIFY(confirmed() == 1);
        AuditFilter filter;
        filter.subject = m_subject;
        QFuture<Result<AuditPage>> asked = desk().audit().load(filter);
        QTRY_VERIFY(asked.isFinished());
        QVERIFY(asked.result().ok() && !asked.result()->rows.empty());
        QCOMPARE(asked.result()->rows.front().after, QStringLiteral("off"));
        desk().audit().verify();
        QTRY_COMPARE(desk().audit().state().kind, LogState::Kind::Verified);
        QFuture<Result<SubjectDetail>> detail = desk().detail(m_subject);
        QTRY_VERIFY(detail.isFinished());
        QVERIFY(!detail.result()->history.empty());
    }

    void whatWasChangedWithoutABackendGoesOutAfterARestart()
    {
        m_live.local->stop();
        QTRY_VERIFY(m_live.local->state() == LocalBackend::State::Stopped);
        QTRY_VERIFY(desk().connection().kind == ConnectionState::Kind::Offline);
        change(PreferenceState::Default);
        QTRY_VERIFY(desk().outbox().size() == 1 && desk().outbox().front().kept);
        m_live.desk.reset();
        QVERIFY(m_live.startLocal());
        m_moves.clear();
        startDesk(false);
        QTRY_VERIFY(confirmed() == 1);
        QVERIFY(desk().outbox().empty());
        const int row = desk().people().rowOf(m_subject);
        QCOMPARE(desk().people().cell(row, 0).state, CellState::DefaultOn);
        QTRY_VERIFY(desk().agreement().kind == Agreement::Kind::Agree);
    }

private:
    test::LiveDesk m_live;
    SubjectId m_subject;
    CategorySlug m_category;
    std::vector<LocalChange> m_moves;

    Desk& desk() { return *m_live.desk; }

    void startDesk(bool fresh)
    {
        m_live.startDesk(fresh, this, [this](const LocalChange& change) { m_moves.push_back(change); });
    }

    void change(PreferenceState state)
    {
        ChangeOrder order;
        order.subject = m_subject;
        order.category = m_category;
        order.wish = Wish::toState(state);
        const auto made = desk().change(order);
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
