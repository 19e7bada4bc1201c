#include "sandbox/api/ratelimiter.h"
#include "sandbox/delivery/events.h"
#include "sandbox/delivery/mailbox.h"
#include "sandbox/faults/faults.h"
#include "sandbox/practice/control.h"
#include "sandbox/state/grants.h"
#include "sandbox/state/webhooks.h"
#include "tests/support/fixedrandom.h"
#include "tests/support/manualclock.h"

#include <QJsonArray>
#include <QTest>

using namespace refrain;
using namespace refrain::sandbox;

namespace {

class Recorded final : public Deliveries {
public:
    void deliver(const Delivery& delivery, std::function<void(const DeliveryOutcome&)>) override
    {
        envelopes << delivery.payload;
    }
    [[nodiscard]] QStringList types() const
    {
        QStringList out;
        for (const QJsonObject& envelope : envelopes)
            out << envelope.value(QStringLiteral("event")).toObject().value(QStringLiteral("type")).toString();
        return out;
    }
    QList<QJsonObject> envelopes;
};

/// A workspace with the app installed in it.
struct Office {
    explicit Office(const QStringList& scopes = {QStringLiteral("users:read"), QStringLiteral("channels:read"),
                                                 QStringLiteral("groups:read")})
    {
        grants.install(world.teamId(), 0, scopes);
    }
    test::ManualClock clock;
    test::FixedRandom random;
    Ledger ledger;
    World world{{60, 30, 1}, ledger, clock};
    Grants grants{world, ledger, clock, random, {}};
    Webhooks webhooks{ledger, random};
    Mailbox mailbox{ledger, clock};
    Recorded recorded;
    Events events{world, grants, clock, random, recorded};
    Faults faults;
    RateLimiter limiter{true, clock};
    Control control{world, grants, webhooks, mailbox, events, faults, limiter, clock};
};

}  // namespace

class TestControl : public QObject {
    Q_OBJECT

private slots:
    void aDeactivationIsToldWithTheWholeUser()
    {
        Office office;
        office.control.changeUser(office.world.person(4), {{QStringLiteral("deleted"), true}});
        QCOMPARE(office.recorded.types(), QStringList{QStringLiteral("user_change")});
        const QJsonObject envelope = office.recorded.envelopes[0];
        const QStringList fields{
            QStringLiteral("token"),      QStringLiteral("team_id"),        QStringLiteral("api_app_id"),
            QStringLiteral("event"),      QStringLiteral("type"),           QStringLiteral("event_id"),
            QStringLiteral("event_time"), QStringLiteral("authorizations"), QStringLiteral("is_ext_shared_channel")};
        for (const QString& field : fields)
            QVERIFY2(envelope.contains(field), qPrintable(field));
        QCOMPARE(envelope.value(QStringLiteral("type")).toString(), QStringLiteral("event_callback"));
        const QJsonObject event = envelope.value(QStringLiteral("event")).toObject();
        QVERIFY(event.value(QStringLiteral("user")).toObject().value(QStringLiteral("deleted")).toBool());
        QCOMPARE(event.value(QStringLiteral("user")).toObject().value(QStringLiteral("updated")).toInteger(),
                 office.clock.now() / 1000);
        QVERIFY(event.contains(QStringLiteral("event_ts")) && event.contains(QStringLiteral("cache_ts")));
    }

    void eventsHaveIdsOfTheirOwn()
    {
        Office office;
        for (int i = 0; i < 50; ++i)
            office.control.changeUser(office.world.person(4), {{QStringLiteral("title"), QString::number(i)}});
        QSet<QString> ids;
        for (const QJsonObject& envelope : office.recorded.envelopes)
            ids.insert(envelope.value(QStringLiteral("event_id")).toString());
        QCOMPARE(ids.size(), 50);
    }

    void whatHappensIsTold_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QStringList>("events");
        const auto row = [](const char* name, const char* what, const QStringList& events) {
            QTest::newRow(name) << QString::fromLatin1(what) << events;
        };
        row("somebody joins", "join", {QStringLiteral("team_join")});
        row("a channel is opened", "open", {QStringLiteral("channel_created")});
        row("a channel is renamed", "rename", {QStringLiteral("channel_rename")});
        row("a channel is archived", "archive", {QStringLiteral("channel_archive")});
        row("a private channel with the bot is archived", "archive private", {QStringLiteral("group_archive")});
        row("a private channel without the bot is archived", "archive secret", {});
        row("the bot is invited", "invite", {QStringLiteral("member_joined_channel")});
        row("a topic changes", "topic", {});
        row("the app is removed", "uninstall", {QStringLiteral("tokens_revoked"), QStringLiteral("app_uninstalled")});
    }

    void whatHappensIsTold()
    {
        QFETCH(QString, what);
        QFETCH(QStringList, events);
        Office office;
        Control& control = office.control;
        const QJsonObject archived{{QStringLiteral("archived"), true}};
        const QHash<QString, std::function<void()>> acts{
            {QStringLiteral("join"), [&] { control.addUser({}); }},
            {QStringLiteral("open"),
             [&] {
                 control.addChannel({{QStringLiteral("name"), QStringLiteral("new")}});
             }},
            {QStringLiteral("rename"),
             [&] {
                 control.changeChannel(office.world.channel(3), {{QStringLiteral("name"), QStringLiteral("n")}});
             }},
            {QStringLiteral("archive"), [&] { control.changeChannel(office.world.channel(3), archived); }},
            {QStringLiteral("archive private"), [&] { control.changeChannel(office.world.channel(9), archived); }},
            {QStringLiteral("archive secret"), [&] { control.changeChannel(office.world.channel(10), archived); }},
            {QStringLiteral("invite"),
             [&] { control.setMember(office.world.channel(3), office.world.person(2), true); }},
            {QStringLiteral("topic"),
             [&] {
                 control.changeChannel(office.world.channel(3), {{QStringLiteral("topic"), QStringLiteral("t")}});
             }},
            {QStringLiteral("uninstall"), [&] { control.uninstall(office.world.teamId()); }}};
        // Which channels index 3, 9 and 10 are is part of the fixed cast.
        QVERIFY(office.world.channel(9).isPrivate && office.world.channel(10).isPrivate);
        acts.value(what)();
        QCOMPARE(office.recorded.types(), events);
    }

    void eventsNeedTheirScope()
    {
        Office office({QStringLiteral("channels:read")});
        office.control.addUser({});
        QVERIFY(office.recorded.envelopes.isEmpty());
    }

    void nothingIsToldOnceTheAppIsGone()
    {
        Office office;
        office.control.uninstall(office.world.teamId());
        office.recorded.envelopes.clear();
        office.control.addUser({});
        QVERIFY(office.recorded.envelopes.isEmpty());
    }

    void somebodyWithATokenWhoIsDeactivatedLosesIt()
    {
        Office office;
        const QByteArray token =
            office.grants.grantUser(office.world.teamId(), 4, {QStringLiteral("users:read")}).access;
        QVERIFY(office.grants.check(token).grant);
        office.control.changeUser(office.world.person(4), {{QStringLiteral("deleted"), true}});
        QCOMPARE(office.recorded.types(),
                 (QStringList{QStringLiteral("tokens_revoked"), QStringLiteral("user_change")}));
        QCOMPARE(office.grants.check(token).problem, QStringLiteral("token_revoked"));
    }
};

QTEST_GUILESS_MAIN(TestControl)
#include "tst_control.moc"
