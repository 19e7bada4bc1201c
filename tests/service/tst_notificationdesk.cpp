#include "service/usecases/notificationdesk.h"

#include "tests/service/sendershop.h"
#include "wire/notification.h"

#include <QJsonObject>
#include <QSemaphore>
#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::SenderShop;
using Act = NotificationDesk::Act;
using Answer = Result<QJsonObject>;

class TestNotificationDesk : public QObject {
    Q_OBJECT

    static QStringList many()
    {
        QStringList many;
        for (int i = 0; i < 101; ++i)
            many << QStringLiteral("nobody-%1").arg(i);
        return many;
    }

private slots:
    void init() { m_shop = std::make_unique<SenderShop>(); }
    void cleanup() { m_shop.reset(); }

    void pauseAndCancelAnswerWithCountsThatAreFinal_data()
    {
        QTest::addColumn<Act>("act");
        QTest::newRow("pause") << Act::Pause;
        QTest::newRow("cancel") << Act::Cancel;
    }

    void pauseAndCancelAnswerWithCountsThatAreFinal()
    {
        QFETCH(Act, act);
        QSemaphore begun;
        QSemaphore goOn;
        m_shop->slack.on(QStringLiteral("chat.postMessage"),
                         [&](const slack::Credential&, const slack::Call&) -> Answer {
                             begun.release();
                             goOn.acquire();
                             return SenderShop::posted();
                         });
        QStringList everybody;
        for (int i = 1; i <= 20; ++i)
            everybody << QStringLiteral("U%1").arg(i);
        m_shop->send(everybody);
        QVERIFY(begun.tryAcquire(4, 10'000));  // all threads of it are at Slack
        QCOMPARE(m_shop->summary().underway, 4);
        const std::unique_ptr<QThread> later(QThread::create([&] {
            while (m_shop->state() == QLatin1String("sending"))
                QThread::yieldCurrentThread();
            goOn.release(100);
        }));
        later->start();
        const auto answer = m_shop->desk.act(m_shop->key, act, SenderShop::byKey());
        later->wait();
        QVERIFY(answer);
        QCOMPARE(answer->summary.underway, 0);
        QCOMPARE(answer->summary.sent, 4);
        QCOMPARE(answer->summary.failed, act == Act::Cancel ? 16 : 0);
        QCOMPARE(answer->summary.queued, act == Act::Cancel ? 0 : 16);
        QCOMPARE(answer->summary.skipped, 0);
        m_shop->broadcasts.reset();  // all of its threads have ended
        QCOMPARE(m_shop->summary().sent, answer->summary.sent);
        if (act == Act::Cancel)
            QCOMPARE(m_shop->recipient(20).error, QStringLiteral("cancelled"));
    }

    void whoCameBackFromATryInVainIsNotLeftWaitingByACancel()
    {
        m_shop->addWebhook(QStringLiteral("channel_general"), "secret");
        m_shop->network.reply = Error::unavailable(QStringLiteral("Refused."), QStringLiteral("refused: x"));
        std::atomic<bool> cancelled = false;
        m_shop->waiter.onPause = [&] {
            if (!cancelled.exchange(true))
                (void)store::NotificationStore(m_shop->database())
                    .setState(m_shop->key, NotificationState::Cancelled, {}, 1);
        };
        m_shop->send({QStringLiteral("channel_general")});
        QTRY_COMPARE(m_shop->summary().queued, 0);
        QCOMPARE(m_shop->outcome(1), QStringLiteral("failed"));
    }

    void whoWritesToManyLooksAtItFirst_data()
    {
        QTest::addColumn<bool>("isKey");
        QTest::addColumn<QString>("testText");
        QTest::addColumn<bool>("optedOut");
        QTest::addColumn<bool>("taken");
        QTest::newRow("a person who did not") << false << QString() << false << false;
        QTest::newRow("a person who looked at another text") << false << QStringLiteral("Hi") << false << false;
        QTest::newRow("a person who did") << false << QStringLiteral("Hello") << false << true;
        QTest::newRow("a person who did and is opted out: it was skipped, as it should")
            << false << QStringLiteral("Hello") << true << true;
        QTest::newRow("a key, which is a program and has no self") << true << QString() << false << true;
    }

    void whoWritesToManyLooksAtItFirst()
    {
        QFETCH(bool, isKey);
        QFETCH(QString, testText);
        QFETCH(bool, optedOut);
        QFETCH(bool, taken);
        const EditContext context = isKey ? SenderShop::byKey() : SenderShop::byPerson(QStringLiteral("U1"));
        if (optedOut)
            m_shop->optOut(QStringLiteral("U1"));
        if (!testText.isEmpty()) {
            QVERIFY(m_shop->ask({QStringLiteral("U1")}, context, testText));
            QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
            QCOMPARE(m_shop->outcome(1), optedOut ? QStringLiteral("skipped") : QStringLiteral("sent"));
        }
        const auto asked = m_shop->ask(many(), context);
        QCOMPARE(bool(asked), taken);
        QVERIFY(taken || asked.error().is(ErrorCode::Conflict));
    }

    void theListIsNewestFirstAndPaged()
    {
        QStringList ids;
        for (int i = 0; i < 5; ++i) {
            m_shop->clock.advance(std::chrono::milliseconds((i + 1) % 2));  // some in the same millisecond
            m_shop->send({QStringLiteral("U1")});
            ids << m_shop->key.id;
            QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        }
        QStringList seen;
        store::NotificationPosition after;
        for (;;) {
            const auto page = m_shop->desk.list(m_shop->id, {}, after, 2);
            QVERIFY(page);
            if (page->empty())
                break;
            for (const NotificationView& view : *page) {
                seen << view.notification.id;
                QCOMPARE(view.summary.sent, 1);
            }
            after = {page->back().notification.createdAt, page->back().notification.id};
        }
        QCOMPARE(seen.size(), 5);
        QCOMPARE(seen.first(), ids.last());
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()), QSet<QString>(ids.begin(), ids.end()));
        QCOMPARE(m_shop->desk.list(m_shop->id, {NotificationState::Done, {}}, {}, 9)->size(), size_t(5));
        QVERIFY(m_shop->desk.list(m_shop->id, {std::nullopt, QStringLiteral("daily")}, {}, 9)->empty());
        QVERIFY(m_shop->desk.list(m_shop->id, {NotificationState::Paused, {}}, {}, 9)->empty());
    }

private:
    std::unique_ptr<SenderShop> m_shop;
};

QTEST_GUILESS_MAIN(TestNotificationDesk)
#include "tst_notificationdesk.moc"
