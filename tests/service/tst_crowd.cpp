#include "service/sending/broadcasts.h"
#include "tests/service/sendingfakes.h"
#include "tests/service/surfaces.h"

#include <QTest>

#include <atomic>

using namespace refrain;
using namespace refrain::service;
using test::Surfaces;

namespace {

constexpr int people = 500;

QString personOf(int number)
{
    return QStringLiteral("UCROWD%1").arg(number, 4, 10, QLatin1Char('0'));
}

/// What one person was answered, and how often.
struct Heard {
    std::atomic<int> count = 0;
    QString text;  // written before the count
};

/// A workspace of many people, with everything that sends.
struct Crowd : Surfaces {
    Crowd()
    {
        DirectoryWriter::Page page;
        for (int i = 0; i < people; ++i)
            page.subjects.push_back(test::subjectOf(personOf(i), SubjectKind::User));
        if (!directory.put(id, page))
            qFatal("no directory");
        slack.on(QStringLiteral("chat.postMessage"), [this](const slack::Credential&, const slack::Call& call) {
            const std::lock_guard lock(mutex);
            ++posts[test::FakeSlack::field(call, "channel")];
            return Result<QJsonObject>(QJsonObject{{QStringLiteral("channel"), QStringLiteral("D1")},
                                                   {QStringLiteral("ts"), QStringLiteral("1.2")}});
        });
        desk.attach(patient);
    }
    ~Crowd() { waiter.stopped = true; }

    void sendToAll()
    {
        Notification wish;
        wish.category = CategorySlug(QStringLiteral("reminders"));
        wish.text = QStringLiteral("Time sheets are due.");
        std::vector<SubjectId> all;
        for (int i = people - 1; i >= 0; --i)
            all.emplace_back(personOf(i));
        const auto created = sending.create(
            id, wish, all, {Source::Api, {ActorKind::ApiKey, QStringLiteral("k1"), QStringLiteral("Key")}, {}, {}});
        if (!created)
            qFatal("%s", qPrintable(created.error().toString()));
        key = {id, created->notification.id};
    }

    void everybodyStops(std::vector<Heard>& heard)
    {
        for (int i = 0; i < people; ++i) {
            const QJsonObject fields{{QStringLiteral("team_id"), id.toString()},
                                     {QStringLiteral("user_id"), personOf(i)},
                                     {QStringLiteral("command"), QStringLiteral("/optout")},
                                     {QStringLiteral("text"), QStringLiteral("reminders")},
                                     {QStringLiteral("trigger_id"), QString::number(i)}};
            Heard& own = heard[size_t(i)];
            patient.command(fields, [&own](const Acknowledgement& given) {
                own.text = given.payload.value(QLatin1String("text")).toString();
                ++own.count;
            });
        }
    }

    std::mutex mutex;
    QHash<QString, int> posts;  // by whom they reached
    store::NotificationKey key;
    slack::WebhookPoster webhooks{network, waiter, clock};
    Poster poster{keeper, slack, webhooks};
    Broadcasts broadcasts{{pool, vault, decider, directory, poster, waiter, precedence, clock, {}}};
    NotificationDesk sending{pool, writer, random,
                             [this](const store::NotificationKey& begun) { broadcasts.start(begun); },
                             [](const store::NotificationKey&) {}};
    Dispatcher patient{{pool, clock, responseUrls, timers, precedence, std::chrono::minutes(5)}};
};

}  // namespace

/// Everybody opts out in the same moment, while all of them are sent a message.
class TestCrowd : public QObject {
    Q_OBJECT

private slots:
    void nobodyIsLostAndNobodyIsAnsweredTwice()
    {
        Crowd crowd;
        std::vector<Heard> heard(people);
        crowd.sendToAll();
        crowd.everybodyStops(heard);
        const auto answered = [&heard] {
            return std::all_of(heard.begin(), heard.end(), [](const Heard& one) { return one.count > 0; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(answered(), 120'000);
        const auto view = [&crowd] { return *crowd.sending.find(crowd.key); };
        QTRY_COMPARE_WITH_TIMEOUT(toString(view().notification.state), QStringLiteral("done"), 120'000);
        for (const Heard& one : heard) {
            QCOMPARE(one.count.load(), 1);
            QVERIFY2(one.text.contains(QLatin1String("no longer get *Reminders*")), qPrintable(one.text));
        }
        store::Database& database = crowd.database();
        QCOMPARE(*database.number("SELECT count(*) FROM preferences WHERE state = 'opted_out'"), people);
        QCOMPARE(*database.number("SELECT count(*) FROM changes WHERE type = 'preference'"), people);

        const NotificationSummary summary = view().summary;
        QCOMPARE(summary.sent + summary.skipped, people);
        QVERIFY(summary.skipped > 0);  // who stopped before their turn came
        const std::lock_guard lock(crowd.mutex);
        QCOMPARE(int(crowd.posts.size()), summary.sent);
        for (auto post = crowd.posts.begin(); post != crowd.posts.end(); ++post)
            QCOMPARE(post.value(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCrowd)
#include "tst_crowd.moc"
