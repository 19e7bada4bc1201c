#include "service/sending/broadcasts.h"

#include "net/transport.h"
#include "service/background/stoppablewaiter.h"
#include "service/usecases/notificationdesk.h"
#include "service/usecases/preferencewriter.h"
#include "service/usecases/profiledesk.h"
#include "tests/service/workshop.h"

#include <QPromise>
#include <QTest>

#include <atomic>

using namespace refrain;
using namespace refrain::service;
using test::FakeSlack;
using test::Workshop;
using Answer = Result<QJsonObject>;

namespace {

/// Waits for nothing, so that pauses cost no time; counts them.
class NoWaiter final : public slack::Waiter {
public:
    bool wait(std::chrono::milliseconds duration) override
    {
        if (duration.count() > 0)
            ++pauses;
        return !stopped;
    }
    std::atomic<int> pauses = 0;
    std::atomic<bool> stopped = false;
};

class NoNetwork final : public net::Transport {
public:
    QFuture<Result<net::HttpReply>> send(net::HttpRequest request) override
    {
        ++sent;
        lastHost = request.url.host();
        QPromise<Result<net::HttpReply>> promise;
        promise.start();
        promise.addResult(reply);
        promise.finish();
        return promise.future();
    }
    Result<net::HttpReply> reply = net::HttpReply{200, {}, "ok"};
    std::atomic<int> sent = 0;
    QString lastHost;
};

}  // namespace

class TestBroadcasts : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_shop = std::make_unique<Workshop>();
        m_shop->connectWorkspace();
        m_directory = std::make_unique<DirectoryWriter>(m_shop->writer);
        DirectoryWriter::Page page;
        for (int i = 1; i <= 20; ++i) {
            Subject subject;
            subject.id = SubjectId(QStringLiteral("U%1").arg(i));
            subject.name = subject.id.toString();
            subject.updatedAt = 1;
            page.subjects.push_back(subject);
        }
        Subject channel;
        channel.id = SubjectId(QStringLiteral("C1"));
        channel.kind = SubjectKind::Channel;
        channel.updatedAt = 1;
        page.subjects.push_back(channel);
        QVERIFY(m_directory->put(m_shop->id, page));
        QVERIFY(CategoryWriter(m_shop->writer).seed(m_shop->id));
        m_shop->slack.on(QStringLiteral("chat.postMessage"), posted());
        m_shop->slack.on(QStringLiteral("auth.test"), QJsonObject{{QStringLiteral("ok"), true}});
        m_decider = std::make_unique<Decider>(m_shop->pool, m_shop->clock);
        m_waiter.stopped = false;
        m_waiter.pauses = 0;
        m_network.sent = 0;
        m_webhooks = std::make_unique<slack::WebhookPoster>(m_network, m_waiter, m_shop->clock);
        m_poster = std::make_unique<Poster>(m_shop->keeper, m_shop->slack, *m_webhooks);
        begin();
    }

    void cleanup()
    {
        m_waiter.stopped = true;
        m_broadcasts.reset();
        m_desk.reset();
        m_shop.reset();
    }

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
        send({QStringLiteral("U1")});
        QTRY_COMPARE(state(), QStringLiteral("done"));
        QCOMPARE(toString(recipient(1).outcome), outcome);
        QCOMPARE(recipient(1).error, word);
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
        failOnce(Error(code, QStringLiteral("It failed."), context));
        send({QStringLiteral("U1")});
        QTRY_COMPARE(state(), QStringLiteral("done"));
        QCOMPARE(toString(recipient(1).outcome), outcome);
        QCOMPARE(m_shop->slack.count(QStringLiteral("chat.postMessage")), outcome == QLatin1String("sent") ? 2 : 1);
    }

    void aPublicChannelIsJoinedWhereThatIsMissing()
    {
        failOnce(slack::failure(QStringLiteral("chat.postMessage"),
                                {{QStringLiteral("error"), QStringLiteral("not_in_channel")}}));
        m_shop->slack.on(QStringLiteral("conversations.join"), QJsonObject{{QStringLiteral("ok"), true}});
        send({QStringLiteral("C1")});
        QTRY_COMPARE(state(), QStringLiteral("done"));
        QCOMPARE(toString(recipient(1).outcome), QStringLiteral("sent"));
        QCOMPARE(m_shop->slack.count(QStringLiteral("conversations.join")), 1);
    }

    void oneWordOfADeadTokenDoesNotStopABroadcast()
    {
        failOnce(slack::failure(QStringLiteral("chat.postMessage"),
                                {{QStringLiteral("error"), QStringLiteral("token_revoked")}}));
        send({QStringLiteral("U1"), QStringLiteral("U2")});
        QTRY_COMPARE(state(), QStringLiteral("done"));
        QCOMPARE(summary().sent, 2);
    }

    void withoutATokenEverybodyWaitsForSomebodyToResume()
    {
        m_shop->slack.failWith(QStringLiteral("chat.postMessage"), QStringLiteral("token_revoked"));
        m_shop->slack.failWith(QStringLiteral("auth.test"), QStringLiteral("token_revoked"));
        send({QStringLiteral("U1")});
        QTRY_COMPARE(state(), QStringLiteral("paused"));
        QTRY_COMPARE(summary().queued, 1);
        QVERIFY(!view().notification.error.isEmpty());
        m_shop->slack.on(QStringLiteral("chat.postMessage"), posted());
        QVERIFY(m_desk->act(m_key, NotificationDesk::Act::Resume, {}));
        QTRY_COMPARE(state(), QStringLiteral("done"));
        QCOMPARE(summary().sent, 1);
    }

    void whatWasUnderwayAtACrashIsUncertainAndTheRestIsSent()
    {
        m_broadcasts.reset();  // the program that takes it on ends before it sends
        send({QStringLiteral("U1"), QStringLiteral("U2")});
        NotificationRecipient underway = recipient(1);
        underway.outcome = RecipientOutcome::Underway;
        QVERIFY(store::NotificationStore(m_shop->database()).move(m_key, RecipientOutcome::Queued, underway));
        begin();
        m_broadcasts->resumeAll();
        QTRY_COMPARE(state(), QStringLiteral("done"));
        QCOMPARE(toString(recipient(1).outcome), QStringLiteral("uncertain"));
        QCOMPARE(toString(recipient(2).outcome), QStringLiteral("sent"));
        QCOMPARE(m_shop->slack.count(QStringLiteral("chat.postMessage")), 1);
    }

    void aChoiceMadeWhileOthersAreSentToCounts()
    {
        PreferenceWriter preferences(m_shop->writer);
        std::atomic<bool> chosen = false;
        m_shop->slack.on(QStringLiteral("chat.postMessage"),
                         [&](const slack::Credential&, const slack::Call&) -> Answer {
                             if (!chosen.exchange(true)) {
                                 ChangeRequest request;
                                 request.subject = SubjectId(QStringLiteral("U20"));
                                 request.category = CategorySlug(QStringLiteral("reminders"));
                                 request.state = PreferenceState::OptedOut;
                                 request.source = Source::SlashCommand;
                                 (void)preferences.apply(m_shop->id, request);
                             }
                             return posted();
                         });
        QStringList everybody;
        for (int i = 1; i <= 20; ++i)
            everybody << QStringLiteral("U%1").arg(i);
        send(everybody);
        QTRY_COMPARE(state(), QStringLiteral("done"));
        QCOMPARE(toString(recipient(20).outcome), QStringLiteral("skipped"));
        QCOMPARE(recipient(20).rule, QStringLiteral("opted_out"));
        QCOMPARE(summary().sent, 19);
    }

    void oneMessageASecondAndChannel()
    {
        send({QStringLiteral("C1")});
        QTRY_COMPARE(state(), QStringLiteral("done"));
        m_waiter.pauses = 0;
        send({QStringLiteral("C1")});
        QTRY_COMPARE(state(), QStringLiteral("done"));
        QCOMPARE(m_waiter.pauses.load(), 1);
    }

    void aWebhookIsPostedToAndNothingElseOfIt()
    {
        store::Profile profile;
        profile.distinctId = QStringLiteral("channel_general");
        profile.addressKind = QStringLiteral("incoming_webhook");
        profile.address = Secret("https://hooks.slack.com/services/T1/B1/secret");
        QVERIFY(m_shop->writer.write<void>(m_shop->id, [&](WorkspaceTransaction& transaction) {
            return keepProfile(transaction, m_shop->vault, profile, {});
        }));
        send({QStringLiteral("channel_general")});
        QTRY_COMPARE(state(), QStringLiteral("done"));
        QCOMPARE(toString(recipient(1).outcome), QStringLiteral("sent"));
        QCOMPARE(m_network.lastHost, QStringLiteral("hooks.slack.com"));
        m_network.reply = net::HttpReply{404, {}, "no_service"};
        send({QStringLiteral("channel_general")});
        QTRY_COMPARE(state(), QStringLiteral("done"));
        QCOMPARE(recipient(1).error, QStringLiteral("no_service"));
        send({QStringLiteral("channel_general")});
        QTRY_COMPARE(state(), QStringLiteral("done"));
        QCOMPARE(recipient(1).rule, QStringLiteral("unreachable"));
        QCOMPARE(m_network.sent.load(), 2);
    }

private:
    static QJsonObject posted()
    {
        return {{QStringLiteral("ok"), true},
                {QStringLiteral("channel"), QStringLiteral("D1")},
                {QStringLiteral("ts"), QStringLiteral("1.2")}};
    }

    void failOnce(const Error& error)
    {
        const auto failed = std::make_shared<std::atomic<bool>>(false);
        m_shop->slack.on(QStringLiteral("chat.postMessage"),
                         [failed, error](const slack::Credential&, const slack::Call&) -> Answer {
                             if (!failed->exchange(true))
                                 return error;
                             return posted();
                         });
    }

    void begin()
    {
        m_broadcasts = std::make_unique<Broadcasts>(Broadcasts::Parts{
            m_shop->pool, m_shop->vault, *m_decider, *m_directory, *m_poster, m_waiter, m_shop->clock, {}});
        m_desk = std::make_unique<NotificationDesk>(m_shop->pool, m_shop->writer, m_shop->random,
                                                    [this](const store::NotificationKey& key) {
                                                        if (m_broadcasts)
                                                            m_broadcasts->start(key);
                                                    });
    }

    void send(const QStringList& recipients)
    {
        Notification wish;
        wish.category = CategorySlug(QStringLiteral("reminders"));
        wish.text = QStringLiteral("Hello");
        std::vector<SubjectId> subjects;
        for (const QString& id : recipients)
            subjects.emplace_back(id);
        const EditContext context{
            Source::Api, {ActorKind::ApiKey, QStringLiteral("k1"), QStringLiteral("Key")}, {}, {}};
        const auto created = m_desk->create(m_shop->id, wish, subjects, context);
        QVERIFY2(created, created ? "" : qPrintable(created.error().toString()));
        m_key = {m_shop->id, created->notification.id};
    }

    NotificationView view() { return *m_desk->find(m_key); }
    QString state() { return toString(view().notification.state); }
    NotificationSummary summary() { return view().summary; }
    NotificationRecipient recipient(qint64 position) { return m_desk->recipients(m_key, position - 1, 1)->front(); }

    std::unique_ptr<Workshop> m_shop;
    std::unique_ptr<DirectoryWriter> m_directory;
    std::unique_ptr<Decider> m_decider;
    NoWaiter m_waiter;
    NoNetwork m_network;
    std::unique_ptr<slack::WebhookPoster> m_webhooks;
    std::unique_ptr<Poster> m_poster;
    std::unique_ptr<Broadcasts> m_broadcasts;
    std::unique_ptr<NotificationDesk> m_desk;
    store::NotificationKey m_key;
};

QTEST_GUILESS_MAIN(TestBroadcasts)
#include "tst_broadcasts.moc"
