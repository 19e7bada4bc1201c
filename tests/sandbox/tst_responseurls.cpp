#include "sandbox/delivery/mailbox.h"
#include "sandbox/practice/responseurls.h"
#include "tests/support/fixedrandom.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace refrain;
using namespace refrain::sandbox;
using namespace std::chrono_literals;

namespace {
const QByteArray hello = R"({"text":"hello"})";
}

class TestResponseUrls : public QObject {
    Q_OBJECT

private slots:
    void takesFivePostsWithinThirtyMinutes()
    {
        const QString path = m_urls.issue(prompt());
        QVERIFY(path.startsWith(QStringLiteral("/commands/T1/")));
        for (int i = 0; i < 5; ++i) {
            const web::Response response = m_urls.post(path, hello);
            QCOMPARE(response.status, 200);
            QCOMPARE(response.body, QByteArray("ok"));
        }
        QCOMPARE(m_urls.post(path, hello).status, 404);
        QVERIFY(m_urls.post(path, hello).body.contains("used_url"));
    }

    void expires()
    {
        const QString path = m_urls.issue(prompt());
        m_clock.advance(30min);
        QCOMPARE(m_urls.post(path, hello).status, 200);
        m_clock.advance(1ms);
        QVERIFY(m_urls.post(path, hello).body.contains("expired_url"));
        QVERIFY(m_urls.post(QStringLiteral("/commands/T1/1/guess"), hello).body.contains("expired_url"));
    }

    void whatIsNoJsonCountsNotAtAll()
    {
        const QString path = m_urls.issue(prompt());
        for (int i = 0; i < 10; ++i)
            QCOMPARE(m_urls.post(path, "text=hello").status, 400);
        QCOMPARE(m_urls.post(path, hello).status, 200);
    }

    void doesWhatTheAnswerSays_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("ephemeral");
        QTest::addColumn<QStringList>("expected");  // "who sees it: text", oldest first
        const QString original = QStringLiteral("all: original");
        const QString own = QStringLiteral("U1: original");
        QTest::newRow("for the person alone by default")
            << hello << false << QStringList{original, QStringLiteral("U1: hello")};
        QTest::newRow("for all") << QByteArray(R"({"text":"hello","response_type":"in_channel"})") << false
                                 << QStringList{original, QStringLiteral("all: hello")};
        QTest::newRow("in place of the message") << QByteArray(R"({"text":"hello","replace_original":true})") << false
                                                 << QStringList{QStringLiteral("all: hello")};
        QTest::newRow("in place of an ephemeral message") << QByteArray(R"({"text":"hello","replace_original":"true"})")
                                                          << true << QStringList{QStringLiteral("U1: hello")};
        QTest::newRow("away with the message") << QByteArray(R"({"delete_original":true})") << true << QStringList();
        QTest::newRow("nothing to say") << QByteArray("{}") << true << QStringList{own};
    }
    void doesWhatTheAnswerSays()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, ephemeral);
        Ledger ledger;
        Mailbox mailbox(ledger, m_clock);
        const QString onlyFor = ephemeral ? QStringLiteral("U1") : QString();
        const Message original = mailbox.post({QStringLiteral("C1"),
                                               {},
                                               QStringLiteral("UBOT"),
                                               onlyFor,
                                               {{QStringLiteral("text"), QStringLiteral("original")}},
                                               false});
        ResponseUrls urls(mailbox, m_clock, m_random, QStringLiteral("T1"), QStringLiteral("UBOT"));
        const QString path = urls.issue({QStringLiteral("C1"), QStringLiteral("U1"), {}, original.ts, ephemeral});
        QVERIFY(path.startsWith(QStringLiteral("/actions/T1/")));
        QCOMPARE(urls.post(path, answer).status, 200);
        QStringList shown;
        for (const Message& message : mailbox.inChannel(QStringLiteral("C1")))
            shown << (message.onlyFor.isEmpty() ? QStringLiteral("all") : message.onlyFor) + QStringLiteral(": ") +
                         message.content.value(QStringLiteral("text")).toString();
        QTEST(shown, "expected");
    }

    void aCommandAnsweredForAllIsShownAsWell()
    {
        Ledger ledger;
        Mailbox mailbox(ledger, m_clock);
        ResponseUrls urls(mailbox, m_clock, m_random, QStringLiteral("T1"), QStringLiteral("UBOT"));
        QCOMPARE(urls.post(urls.issue(prompt()), R"({"text":"hello","response_type":"in_channel"})").status, 200);
        const std::vector<Message> messages = mailbox.inChannel(QStringLiteral("C1"));
        QCOMPARE(messages.size(), size_t(2));
        QCOMPARE(messages[0].author, QStringLiteral("U1"));
        QCOMPARE(messages[0].content.value(QStringLiteral("text")).toString(), QStringLiteral("/optout all"));
        QCOMPARE(messages[1].author, QStringLiteral("UBOT"));
    }

private:
    static Prompt prompt()
    {
        return {QStringLiteral("C1"), QStringLiteral("U1"), QStringLiteral("/optout all"), {}, false};
    }

    Ledger m_ledger;
    test::ManualClock m_clock;
    test::FixedRandom m_random;
    Mailbox m_mailbox{m_ledger, m_clock};
    ResponseUrls m_urls{m_mailbox, m_clock, m_random, QStringLiteral("T1"), QStringLiteral("UBOT")};
};

QTEST_GUILESS_MAIN(TestResponseUrls)
#include "tst_responseurls.moc"
