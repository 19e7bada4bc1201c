#include "service/sending/broadcasts.h"

#include "tests/service/sendershop.h"

#include <QCryptographicHash>
#include <QSemaphore>
#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::SenderShop;
using Answer = Result<QJsonObject>;

class TestBroadcasts : public QObject {
    Q_OBJECT

private slots:
    void init() { m_shop = std::make_unique<SenderShop>(); }
    void cleanup() { m_shop.reset(); }

    void whatSlackSaysDecidesTheOutcome_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<bool>("dead");
        const auto row = [](const char* word, const char* outcome, bool dead) {
            QTest::newRow(word) << QString::fromLatin1(word) << QString::fromLatin1(outcome) << dead;
        };
        row("user_disabled", "failed", true);
        row("cannot_dm_bot", "failed", true);
        row("messages_tab_disabled", "failed", false);
        row("restricted_action", "failed", false);
        row("msg_too_long", "failed", false);
        row("internal_error", "uncertain", false);
        row("fatal_error", "uncertain", false);
        row("service_unavailable", "uncertain", false);
    }

    void whatSlackSaysDecidesTheOutcome()
    {
        QFETCH(QString, word);
        QFETCH(QString, outcome);
        QFETCH(bool, dead);
        m_shop->slack.failWith(QStringLiteral("chat.postMessage"), word);
        m_shop->send({QStringLiteral("U1")});
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(toString(m_shop->recipient(1).outcome), outcome);
        QCOMPARE(m_shop->recipient(1).error, word);
        QCOMPARE(m_shop->slack.count(QStringLiteral("chat.postMessage")), 1);
        const auto subject = store::SubjectStore(m_shop->database()).find(m_shop->id, SubjectId(QStringLiteral("U1")));
        QCOMPARE((*subject)->addressDead, dead);
    }

    void aFailureOfTheNetworkIsUncertainUnlessNothingWentOut_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("context");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("no answer in time") << ErrorCode::Timeout << ""
                                           << "uncertain";
        QTest::newRow("hung up") << ErrorCode::Unavailable << "closed: x"
                                 << "uncertain";
        QTest::newRow("not Slack's JSON") << ErrorCode::Unavailable << "HTTP 500"
                                          << "uncertain";
        QTest::newRow("given up at the program's end") << ErrorCode::Cancelled << ""
                                                       << "uncertain";
        QTest::newRow("refused") << ErrorCode::Unavailable << "refused: x"
                                 << "sent";
        QTest::newRow("name not found") << ErrorCode::Unavailable << "dns: x"
                                        << "sent";
        QTest::newRow("no safe connection") << ErrorCode::Unavailable << "tls: x"
                                            << "sent";
        QTest::newRow("too many requests") << ErrorCode::Unavailable << "slack:ratelimited"
                                           << "sent";
    }

    void aFailureOfTheNetworkIsUncertainUnlessNothingWentOut()
    {
        QFETCH(ErrorCode, code);
        QFETCH(QString, context);
        QFETCH(QString, outcome);
        m_shop->failOnce(Error(code, QStringLiteral("It failed."), context));
        m_shop->send({QStringLiteral("U1")});
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(toString(m_shop->recipient(1).outcome), outcome);
        QCOMPARE(m_shop->slack.count(QStringLiteral("chat.postMessage")), outcome == QLatin1String("sent") ? 2 : 1);
    }

    void aPublicChannelIsJoinedWhereThatIsMissing()
    {
        m_shop->failOnce(slack::failure(QStringLiteral("chat.postMessage"),
                                        {{QStringLiteral("error"), QStringLiteral("not_in_channel")}}));
        m_shop->slack.on(QStringLiteral("conversations.join"), QJsonObject{{QStringLiteral("ok"), true}});
        m_shop->send({QStringLiteral("C1")});
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(toString(m_shop->recipient(1).outcome), QStringLiteral("sent"));
        QCOMPARE(m_shop->slack.count(QStringLiteral("conversations.join")), 1);
    }

    void oneWordOfADeadTokenDoesNotStopABroadcast()
    {
        m_shop->failOnce(slack::failure(QStringLiteral("chat.postMessage"),
                                        {{QStringLiteral("error"), QStringLiteral("token_revoked")}}));
        m_shop->send({QStringLiteral("U1"), QStringLiteral("U2")});
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(m_shop->summary().sent, 2);
    }

    void withoutATokenEverybodyWaitsForSomebodyToResume()
    {
        m_shop->slack.failWith(QStringLiteral("chat.postMessage"), QStringLiteral("token_revoked"));
        m_shop->slack.failWith(QStringLiteral("auth.test"), QStringLiteral("token_revoked"));
        m_shop->send({QStringLiteral("U1")});
        QTRY_COMPARE(m_shop->state(), QStringLiteral("paused"));
        QTRY_COMPARE(m_shop->summary().queued, 1);
        QVERIFY(!m_shop->view().notification.error.isEmpty());
        m_shop->slack.on(QStringLiteral("chat.postMessage"), SenderShop::posted());
        QVERIFY(m_shop->desk.act(m_shop->key, NotificationDesk::Act::Resume, {}));
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(m_shop->summary().sent, 1);
    }

    void whatWasUnderwayAtACrashIsUncertainAndTheRestIsSent()
    {
        m_shop->broadcasts.reset();  // the program that takes it on ends before it sends
        m_shop->send({QStringLiteral("U1"), QStringLiteral("U2")});
        NotificationRecipient underway = m_shop->recipient(1);
        underway.outcome = RecipientOutcome::Underway;
        QVERIFY(store::NotificationStore(m_shop->database()).move(m_shop->key, RecipientOutcome::Queued, underway));
        m_shop->begin();
        m_shop->broadcasts->resumeAll();
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(toString(m_shop->recipient(1).outcome), QStringLiteral("uncertain"));
        QCOMPARE(toString(m_shop->recipient(2).outcome), QStringLiteral("sent"));
        QCOMPARE(m_shop->slack.count(QStringLiteral("chat.postMessage")), 1);
    }

    void aChoiceMadeWhileOthersAreSentToCounts()
    {
        std::atomic<bool> chosen = false;
        m_shop->slack.on(QStringLiteral("chat.postMessage"),
                         [&](const slack::Credential&, const slack::Call&) -> Answer {
                             if (!chosen.exchange(true))
                                 m_shop->optOut(QStringLiteral("U20"));
                             return SenderShop::posted();
                         });
        QStringList everybody;
        for (int i = 1; i <= 20; ++i)
            everybody << QStringLiteral("U%1").arg(i);
        m_shop->send(everybody);
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(toString(m_shop->recipient(20).outcome), QStringLiteral("skipped"));
        QCOMPARE(m_shop->recipient(20).rule, QStringLiteral("opted_out"));
        QCOMPARE(m_shop->summary().sent, 19);
    }

    void aGroupsDirectMessageIsNobodysToSendTo()
    {
        m_shop->send({QStringLiteral("C0MPIM0001"), QStringLiteral("D0000001"), QStringLiteral("U1")});
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(m_shop->outcome(1), QStringLiteral("skipped"));
        QCOMPARE(m_shop->recipient(1).rule, QStringLiteral("unreachable"));
        QCOMPARE(m_shop->outcome(2), QStringLiteral("skipped"));
        QCOMPARE(m_shop->outcome(3), QStringLiteral("sent"));
        QCOMPARE(m_shop->slack.count(QStringLiteral("chat.postMessage")), 1);
    }

    void oneMessageASecondAndChannel()
    {
        m_shop->send({QStringLiteral("C1")});
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        m_shop->waiter.pauses = 0;
        m_shop->send({QStringLiteral("C1")});
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(m_shop->waiter.pauses.load(), 1);
    }

    void whoWaitsForAnAnswerGoesFirst()
    {
        QSemaphore posted;
        m_shop->slack.on(QStringLiteral("chat.postMessage"), [&](const slack::Credential&, const slack::Call&) {
            posted.release();
            return Answer(SenderShop::posted());
        });
        std::shared_ptr<void> waits = m_shop->precedence.somebodyWaits();
        m_shop->send({QStringLiteral("U1"), QStringLiteral("U2")});
        QCOMPARE(posted.available(), 0);
        QVERIFY(!posted.tryAcquire(1, 100));
        waits.reset();
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(m_shop->summary().sent, 2);
    }

    void aCrowdThatNeverEndsDoesNotStopIt()
    {
        const std::shared_ptr<void> waits = m_shop->precedence.somebodyWaits();
        m_shop->send({QStringLiteral("U1"), QStringLiteral("U2")});
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
    }

    void aWebhookIsPostedToAndNothingElseOfIt()
    {
        m_shop->addWebhook(QStringLiteral("channel_general"), "secret");
        m_shop->send({QStringLiteral("channel_general")});
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(toString(m_shop->recipient(1).outcome), QStringLiteral("sent"));
        QCOMPARE(m_shop->network.lastHost, QStringLiteral("hooks.slack.com"));
        m_shop->network.reply = net::HttpReply{404, {}, "no_service"};
        m_shop->send({QStringLiteral("channel_general")});
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(m_shop->recipient(1).error, QStringLiteral("no_service"));
        m_shop->send({QStringLiteral("channel_general")});
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(m_shop->recipient(1).rule, QStringLiteral("unreachable"));
        QCOMPARE(m_shop->network.sent.load(), 2);
    }

    void anAddressThatCannotBeReachedIsTriedAgainVisiblyAndFailsInTheEnd()
    {
        m_shop->addWebhook(QStringLiteral("channel_general"), "secret");
        m_shop->network.reply = Error::unavailable(QStringLiteral("Refused."), QStringLiteral("refused: x"));
        bool wasSeen = false;
        m_shop->waiter.onPause = [&] {
            const NotificationSummary summary = m_shop->summary();
            wasSeen = wasSeen || (summary.retrying == 1 && summary.trouble == QLatin1String("unreachable"));
        };
        m_shop->send({QStringLiteral("channel_general"), QStringLiteral("U1")});
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(m_shop->outcome(1), QStringLiteral("failed"));
        QCOMPARE(m_shop->recipient(1).error, QStringLiteral("unreachable"));
        QCOMPARE(m_shop->outcome(2), QStringLiteral("sent"));
        QCOMPARE(m_shop->network.sent.load(), 8);
        QVERIFY(wasSeen);
        QCOMPARE(m_shop->summary().retrying, 0);
    }

    void whileSlackItselfIsAwayEverybodyWaits()
    {
        std::atomic<int> tries = 0;
        m_shop->slack.on(QStringLiteral("chat.postMessage"),
                         [&](const slack::Credential&, const slack::Call&) -> Answer {
                             if (++tries <= 50)
                                 return Error::unavailable(QStringLiteral("Refused."), QStringLiteral("refused: x"));
                             return SenderShop::posted();
                         });
        m_shop->send({QStringLiteral("U1"), QStringLiteral("U2")});
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(m_shop->summary().sent, 2);
        QCOMPARE(m_shop->recipient(1).error, QString());
    }

    void oneAddressGetsOneMessage_data()
    {
        QTest::addColumn<QStringList>("recipients");
        QTest::newRow("a channel and the webhook that leads there")
            << QStringList{QStringLiteral("C1"), QStringLiteral("channel_one")};
        QTest::newRow("the other way round") << QStringList{QStringLiteral("channel_one"), QStringLiteral("C1")};
        QTest::newRow("two names of one webhook")
            << QStringList{QStringLiteral("channel_two"), QStringLiteral("channel_also_two")};
    }

    void oneAddressGetsOneMessage()
    {
        QFETCH(QStringList, recipients);
        m_shop->addWebhook(QStringLiteral("channel_one"), "one", QStringLiteral("C1"));
        m_shop->addWebhook(QStringLiteral("channel_two"), "two");
        m_shop->addWebhook(QStringLiteral("channel_also_two"), "two");
        m_shop->send(recipients);
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(m_shop->network.sent + m_shop->slack.count(QStringLiteral("chat.postMessage")), 1);
        QCOMPARE(m_shop->summary().sent, 2);
        const NotificationRecipient one = m_shop->recipient(1);
        const NotificationRecipient two = m_shop->recipient(2);
        QCOMPARE(one.ts, two.ts);
        // Whose turn came first is the threads' affair.
        QVERIFY((one.sameAs == two.subject && two.sameAs.isEmpty()) ||
                (two.sameAs == one.subject && one.sameAs.isEmpty()));
    }

    void whoSharesAnAddressWithALostOutcomeSharesTheDoubt()
    {
        m_shop->addWebhook(QStringLiteral("channel_one"), "one", QStringLiteral("C1"));
        m_shop->broadcasts.reset();
        m_shop->send({QStringLiteral("C1"), QStringLiteral("channel_one")});
        NotificationRecipient lost = m_shop->recipient(1);
        lost.outcome = RecipientOutcome::Underway;
        lost.address = QString::fromLatin1(QCryptographicHash::hash("C1", QCryptographicHash::Sha256).left(16).toHex());
        QVERIFY(store::NotificationStore(m_shop->database()).move(m_shop->key, RecipientOutcome::Queued, lost));
        m_shop->begin();
        m_shop->broadcasts->start(m_shop->key);
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(m_shop->summary().uncertain, 2);
        QCOMPARE(m_shop->recipient(2).sameAs, SubjectId(QStringLiteral("C1")));
        QCOMPARE(m_shop->network.sent.load(), 0);
    }

    void oneAddressIsTriedAgainForTheOtherWhereNothingWentOut()
    {
        m_shop->addWebhook(QStringLiteral("channel_one"), "one", QStringLiteral("C1"));
        m_shop->network.reply = net::HttpReply{404, {}, "no_service"};
        m_shop->send({QStringLiteral("channel_one"), QStringLiteral("C1")});
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(m_shop->outcome(2), QStringLiteral("sent"));
    }

private:
    std::unique_ptr<SenderShop> m_shop;
};

QTEST_GUILESS_MAIN(TestBroadcasts)
#include "tst_broadcasts.moc"
