#include "service/access/authenticator.h"
#include "tests/service/workshop.h"

#include <QCryptographicHash>
#include <QTest>

using namespace refrain;
using service::ConsoleSession;
using service::ConsoleTokens;
using test::Workshop;

namespace {

const QString redirect = QStringLiteral("http://127.0.0.1:9/cb");
const QByteArray verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const QString challenge = QStringLiteral("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");

struct Desk : Workshop {
    Desk()
    {
        connectWorkspace();
        addMember(QStringLiteral("U1"), Role::Support);
    }

    QByteArray code() { return tokens.issueCode({id, QStringLiteral("U1"), {}}, redirect, challenge)->reveal(); }
    Result<ConsoleSession> signIn() { return tokens.redeem(code(), verifier, redirect); }
    bool isGood(const Secret& access) { return service::Authenticator(pool, clock).authenticate(access).ok(); }
};

}  // namespace

class TestConsoleTokens : public QObject {
    Q_OBJECT

private slots:
    void aCodeIsExchangedByWhoItWasGivenTo_data()
    {
        QTest::addColumn<QByteArray>("shown");
        QTest::addColumn<QString>("uri");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("the right console in time") << verifier << redirect << 59 << true;
        QTest::newRow("a minute later") << verifier << redirect << 60 << false;
        QTest::newRow("another verifier") << QByteArray(43, 'a') << redirect << 0 << false;
        QTest::newRow("no verifier") << QByteArray() << redirect << 0 << false;
        QTest::newRow("another address") << verifier << QStringLiteral("http://127.0.0.1:10/cb") << 0 << false;
    }

    void aCodeIsExchangedByWhoItWasGivenTo()
    {
        QFETCH(QByteArray, shown);
        QFETCH(QString, uri);
        QFETCH(int, seconds);
        QFETCH(bool, accepted);
        Desk desk;
        const QByteArray code = desk.code();
        desk.clock.advance(std::chrono::seconds(seconds));
        const Result<ConsoleSession> session = desk.tokens.redeem(code, shown, uri);
        QCOMPARE(session.ok(), accepted);
        if (accepted)
            QVERIFY(session->role == Role::Support);
        else
            QVERIFY(session.error().is(ErrorCode::Unauthorized));
    }

    void aSecondUseOfACodeEndsWhatTheFirstOneMade()
    {
        Desk desk;
        const QByteArray code = desk.code();
        const Result<ConsoleSession> first = desk.tokens.redeem(code, verifier, redirect);
        QVERIFY(first && desk.isGood(first->access));
        QVERIFY(!desk.tokens.redeem(code, verifier, redirect));
        QVERIFY(!desk.isGood(first->access));
    }

    void accessEndsAfterAQuarterOfAnHour()
    {
        Desk desk;
        const Result<ConsoleSession> session = desk.signIn();
        desk.clock.advance(std::chrono::minutes(15) - std::chrono::milliseconds(1));
        QVERIFY(desk.isGood(session->access));
        desk.clock.advance(std::chrono::milliseconds(1));
        QVERIFY(!desk.isGood(session->access));
    }

    void refreshTokensRotate()
    {
        Desk desk;
        const Result<ConsoleSession> first = desk.signIn();
        const Result<ConsoleSession> second = desk.tokens.refresh(first->refresh.reveal());
        QVERIFY(second && desk.isGood(second->access));
        QVERIFY(first->refresh.reveal() != second->refresh.reveal());
        QVERIFY(desk.tokens.refresh(second->refresh.reveal()));
        QVERIFY2(!desk.tokens.refresh(second->access.reveal()), "an access token refreshes nothing");
    }

    void theDirectPredecessorMayBeReplayedForAMinute_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("successorUsed");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("at once") << 0 << false << true;
        QTest::newRow("after a minute") << 60 << false << true;
        QTest::newRow("a second later") << 61 << false << false;
        QTest::newRow("after its successor was used") << 0 << true << false;
    }

    void theDirectPredecessorMayBeReplayedForAMinute()
    {
        QFETCH(int, seconds);
        QFETCH(bool, successorUsed);
        QFETCH(bool, accepted);
        Desk desk;
        const QByteArray predecessor = desk.signIn()->refresh.reveal();
        const Result<ConsoleSession> lost = desk.tokens.refresh(predecessor);
        QVERIFY(lost);
        Secret newest = lost->refresh;
        if (successorUsed)
            newest = desk.tokens.refresh(newest.reveal())->refresh;
        desk.clock.advance(std::chrono::seconds(seconds));
        const Result<ConsoleSession> again = desk.tokens.refresh(predecessor);
        QCOMPARE(again.ok(), accepted);
        if (accepted) {
            QVERIFY(desk.isGood(again->access));
            QVERIFY2(!desk.tokens.refresh(lost->refresh.reveal()), "the successor died of the replay");
            QVERIFY2(!desk.isGood(again->access), "and its use was reuse, which ends the session");
        } else {
            QVERIFY2(!desk.tokens.refresh(newest.reveal()), "any other reuse ends the session");
        }
    }

    void endsWhatItShould_data()
    {
        QTest::addColumn<QString>("how");
        for (const char* how : {"by the access token", "by the refresh token", "by the person", "by taking the role"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }

    void endsWhatItShould()
    {
        QFETCH(QString, how);
        Desk desk;
        const Result<ConsoleSession> session = desk.signIn();
        Result<> ended;
        if (how == QLatin1String("by the access token"))
            ended = desk.tokens.revoke(session->access.reveal());
        else if (how == QLatin1String("by the refresh token"))
            ended = desk.tokens.revoke(session->refresh.reveal());
        else if (how == QLatin1String("by the person"))
            ended = desk.tokens.revokeAll(desk.id, QStringLiteral("U1"));
        else if (const Result<bool> gone = store::MemberStore(desk.database()).remove(desk.id, QStringLiteral("U1"));
                 !gone)
            ended = gone.error();
        QVERIFY(ended);
        QVERIFY(!desk.isGood(session->access));
        QVERIFY(!desk.tokens.refresh(session->refresh.reveal()));
    }

    void aDeactivatedPersonIsOutAtOnce()
    {
        Desk desk;
        const Result<ConsoleSession> session = desk.signIn();
        QVERIFY(desk.isGood(session->access));
        Subject person;
        person.id = SubjectId(QStringLiteral("U1"));
        person.deleted = true;
        service::DirectoryWriter directory(desk.writer);
        QVERIFY(directory.put(desk.id, {{person}, {}, {}}));
        QVERIFY(!desk.isGood(session->access));
    }

    void anUnknownTokenIsNobodysAndRevokingItIsNoError()
    {
        Desk desk;
        QVERIFY(!desk.isGood(Secret(QByteArray("rfa_nonsense"))));
        QVERIFY(!desk.isGood(Secret()));
        QVERIFY(desk.tokens.revoke("rfr_nonsense"));
    }
};

QTEST_GUILESS_MAIN(TestConsoleTokens)
#include "tst_consoletokens.moc"
