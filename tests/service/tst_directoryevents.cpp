#include "service/slackside/directoryevents.h"

#include "service/usecases/decider.h"
#include "service/usecases/preferencewriter.h"
#include "store/auditstore.h"
#include "store/definitionstore.h"
#include "store/preferencestore.h"
#include "store/profilestore.h"
#include "tests/service/workshop.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::Workshop;

namespace {

QJsonObject user(const char* id, const char* name, qint64 updated, bool deleted = false)
{
    return {{QStringLiteral("id"), QLatin1String(id)},
            {QStringLiteral("real_name"), QLatin1String(name)},
            {QStringLiteral("deleted"), deleted},
            {QStringLiteral("updated"), updated}};
}

QJsonObject channel(const char* id, const char* name)
{
    return {{QStringLiteral("id"), QLatin1String(id)}, {QStringLiteral("name"), QLatin1String(name)}};
}

}  // namespace

/// What Slack's events do to the directory, whatever their order.
class TestDirectoryEvents : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_shop = std::make_unique<Workshop>();
        m_shop->connectWorkspace();
        m_directory = std::make_unique<DirectoryWriter>(m_shop->writer);
        m_rekeyer = std::make_unique<SubjectRekeyer>(m_shop->writer, m_shop->vault);
        m_journal = std::make_unique<EventsJournal>(m_shop->pool, *m_directory, m_shop->clock, m_shop->random);
        m_events = std::make_unique<DirectoryEvents>(DirectoryEvents::Parts{
            m_shop->pool, m_shop->vault, *m_directory, *m_rekeyer, m_shop->tokens, m_shop->keeper, *m_journal});
    }
    void cleanup()
    {
        m_events.reset();
        m_journal.reset();
        m_rekeyer.reset();
        m_directory.reset();
        m_shop.reset();
    }

    void aWorkspaceThatWasNeverConnectedIsNotNoted()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("events")));
        for (const char* type : {"app_uninstalled", "user_change"}) {
            slack::Event event;
            event.workspace = WorkspaceId(QStringLiteral("TOTHER9"));
            event.type = QLatin1String(type);
            event.body = {{QStringLiteral("user"), user("U1", "Ann", 100)}};
            QVERIFY(m_events->hear(event));
        }
        m_journal->close();
        QCOMPARE(*m_shop->database().number("SELECT count(*) FROM sync_runs"), 0);
    }

    void peopleComeChangeAndLeave()
    {
        hear("team_join", {{QStringLiteral("user"), user("U1", "Ann", 100)}});
        QCOMPARE(subject("U1")->name, QStringLiteral("Ann"));
        const qint64 seq = seqNow();
        hear("user_change", {{QStringLiteral("user"), user("U1", "Ann", 150)}});  // a status, which is not kept
        QCOMPARE(seqNow(), seq);
        hear("user_change", {{QStringLiteral("user"), user("U1", "Anna", 200)}});
        QCOMPARE(subject("U1")->name, QStringLiteral("Anna"));
        hear("user_change", {{QStringLiteral("user"), user("U1", "Old", 120)}});  // late
        QCOMPARE(subject("U1")->name, QStringLiteral("Anna"));
        hear("user_change", {{QStringLiteral("user"), user("U1", "Anna", 300, true)}});
        QVERIFY(subject("U1")->deleted);
    }

    void whoIsDeactivatedLosesTheConsoleAtOnce()
    {
        m_shop->addMember(QStringLiteral("U1"), Role::Admin);
        const Result<Secret> code = m_shop->tokens.issueCode(
            {m_shop->id, QStringLiteral("U1"), QStringLiteral("Ann")}, QStringLiteral("http://127.0.0.1:9/cb"),
            QStringLiteral("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
        const Result<ConsoleSession> session = m_shop->tokens.redeem(
            code->reveal(), "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", QStringLiteral("http://127.0.0.1:9/cb"));
        QVERIFY(session);
        hear("user_change", {{QStringLiteral("user"), user("U1", "Ann", 100, true)}});
        QVERIFY(!m_shop->tokens.refresh(session->refresh.reveal()));
    }

    void channelsFollowTheirEvents()
    {
        hear("channel_created", {{QStringLiteral("channel"), channel("C1", "news")}});
        QCOMPARE(subject("C1")->name, QStringLiteral("news"));
        hear("channel_rename", {{QStringLiteral("channel"), channel("C1", "tidings")}}, 20);
        QCOMPARE(subject("C1")->name, QStringLiteral("tidings"));
        QCOMPARE(subject("C1")->formerNames, QStringList{QStringLiteral("news")});
        hear("channel_archive", {{QStringLiteral("channel"), QStringLiteral("C1")}}, 30);
        QVERIFY(subject("C1")->archived);
        hear("channel_unarchive", {{QStringLiteral("channel"), QStringLiteral("C1")}}, 25);  // late
        QVERIFY(subject("C1")->archived);
        hear("channel_unarchive", {{QStringLiteral("channel"), QStringLiteral("C1")}}, 40);
        QVERIFY(!subject("C1")->archived);
        hear("channel_deleted", {{QStringLiteral("channel"), QStringLiteral("C1")}}, 50);
        QVERIFY(subject("C1")->deleted);
        hear("group_archive", {{QStringLiteral("channel"), QStringLiteral("G9")}}, 50);  // nobody knows it
        QVERIFY(!subject("G9"));
        hear("group_rename", {{QStringLiteral("channel"), channel("G1", "secret")}}, 60);
        QVERIFY(subject("G1")->isPrivate);
    }

    void directMessagesAreNobodysSubject()
    {
        QJsonObject several = channel("C8", "mpdm-ann--bea-1");
        several.insert(QStringLiteral("is_mpim"), true);
        QJsonObject two = channel("D8", "");
        two.insert(QStringLiteral("is_im"), true);
        for (const char* type : {"channel_created", "channel_rename", "group_rename"}) {
            hear(type, {{QStringLiteral("channel"), several}});
            hear(type, {{QStringLiteral("channel"), two}});
        }
        QVERIFY(!subject("C8"));
        QVERIFY(!subject("D8"));
    }

    void choicesGoWithAChannelToItsNewId()
    {
        hear("channel_created", {{QStringLiteral("channel"), channel("C1", "news")}});
        CategoryWriter categories(m_shop->writer);
        QVERIFY(categories.seed(m_shop->id));
        PreferenceWriter preferences(m_shop->writer);
        ChangeRequest wish;
        wish.subject = SubjectId(QStringLiteral("C1"));
        wish.category = CategorySlug(QStringLiteral("reminders"));
        wish.state = PreferenceState::OptedOut;
        wish.source = Source::SlashCommand;
        QVERIFY(preferences.apply(m_shop->id, wish));
        store::Profile profile;
        profile.distinctId = QStringLiteral("channel_news");
        profile.addressKind = QStringLiteral("channel_id");
        profile.address = Secret("C1");
        profile.accessToken = Secret("xoxb-2");
        profile.resolved = profile.aliasOf = wish.subject;
        QVERIFY(store::ProfileStore(m_shop->database(), m_shop->vault).put(m_shop->id, profile));
        QVERIFY(m_shop->database().run(
            "INSERT INTO outbox (workspace, target, seq, payload, created_at, next_try_at,"
            " attempts, error) VALUES ('T1', 'connector', 1, '{\"subject\":\"C1\"}', 1, 1, 0, ''),"
            " ('T1', 'acknowledgement', 2, '{\"channel\":\"C1\",\"text\":\"C1\"}', 1, 1, 0, '')"));
        QVERIFY(m_shop->database().run("INSERT INTO links VALUES ('T1', x'01', 'C1', '', 'U1', 1, NULL, '')"));
        const char* recipients = R"({"recipients": {"include": [{"membersOf": "C1"}],
            "exclude": [{"subjects": ["C1", "C2", "U1"]}]}})";
        for (const char* kind : {"workflow", "playbook", "template"})
            QVERIFY(store::DefinitionStore(m_shop->database(), QString::fromLatin1(kind))
                        .put(m_shop->id,
                             {QStringLiteral("daily"), QJsonDocument::fromJson(recipients).object(), 1, 0, {}}));
        const QJsonObject change{{QStringLiteral("old_channel_id"), QStringLiteral("C1")},
                                 {QStringLiteral("new_channel_id"), QStringLiteral("C2")}};
        hear("channel_id_changed", change);
        const Preference moved = *store::PreferenceStore(m_shop->database())
                                      .find(m_shop->id, SubjectId(QStringLiteral("C2")), wish.category);
        QVERIFY(moved.state == PreferenceState::OptedOut);
        QVERIFY(moved.stateIsOwnWord);
        QCOMPARE(moved.version, seqNow() - 2);  // the profile's other alias and the old id's end came after it
        const auto led = *store::ProfileStore(m_shop->database(), m_shop->vault).find(m_shop->id, profile.distinctId);
        QCOMPARE(led->aliasOf.toString(), QStringLiteral("C2"));
        QCOMPARE(led->resolved.toString(), QStringLiteral("C2"));
        QCOMPARE(led->address.reveal(), QByteArray("C2"));
        QCOMPARE(led->accessToken.reveal(), QByteArray("xoxb-2"));
        QCOMPARE(*m_shop->database().number("SELECT count(*) FROM outbox WHERE payload IN ('{\"subject\":\"C2\"}',"
                                            " '{\"channel\":\"C2\",\"text\":\"C1\"}')"),
                 2);
        QCOMPARE(*m_shop->database().number("SELECT count(*) FROM links WHERE subject = 'C2'"), 1);
        for (const char* kind : {"workflow", "playbook"}) {
            const auto definition = *store::DefinitionStore(m_shop->database(), QString::fromLatin1(kind))
                                         .find(m_shop->id, QStringLiteral("daily"));
            QCOMPARE(definition->version, 2);
            QCOMPARE(
                QJsonDocument(definition->body).toJson(QJsonDocument::Compact),
                QByteArray(R"({"recipients":{"exclude":[{"subjects":["C2","U1"]}],"include":[{"membersOf":"C2"}]}})"));
        }
        QVERIFY(subject("C1")->deleted);
        QCOMPARE(subject("C2")->name, QStringLiteral("news"));
        store::AuditQuery query;
        query.subject = SubjectId(QStringLiteral("C2"));
        QCOMPARE(store::AuditStore(m_shop->database()).page(m_shop->id, query)->size(), size_t(1));
        const qint64 seq = seqNow();
        hear("channel_id_changed", change);
        QCOMPARE(seqNow(), seq);
    }

    void whatIsSaidOfTheOldIdHoldsForTheNewOne()
    {
        hear("channel_created", {{QStringLiteral("channel"), channel("C1", "news")}});
        CategoryWriter categories(m_shop->writer);
        QVERIFY(categories.seed(m_shop->id));
        for (const auto& [from, to] : {std::pair{"C1", "C2"}, {"C2", "C3"}})
            hear("channel_id_changed", {{QStringLiteral("old_channel_id"), QLatin1String(from)},
                                        {QStringLiteral("new_channel_id"), QLatin1String(to)}});
        const SubjectId oldId(QStringLiteral("C1"));
        const SubjectId newId(QStringLiteral("C3"));
        const CategorySlug reminders(QStringLiteral("reminders"));
        QCOMPARE(rulesFor(oldId), QSet<QString>{toString(Rule::DefaultIn)});

        ChangeRequest wish;
        wish.subject = oldId;
        wish.category = reminders;
        wish.state = PreferenceState::OptedOut;
        wish.source = Source::Api;
        PreferenceWriter preferences(m_shop->writer);
        const Result<ChangeOutcome> outcome = preferences.apply(m_shop->id, wish);
        QVERIFY(outcome && outcome->kind == ChangeOutcome::Kind::Changed);
        QCOMPARE(outcome->preference.subject, newId);
        QVERIFY(preferences.apply(m_shop->id, wish)->kind == ChangeOutcome::Kind::Unchanged);
        QVERIFY(choice("C3") == PreferenceState::OptedOut);
        QVERIFY(choice("C1") == PreferenceState::Default);
        for (const SubjectId& asked : {oldId, newId})
            QCOMPARE(rulesFor(asked), QSet<QString>{toString(Rule::OptedOut)});
        Decider decider(m_shop->pool, m_shop->clock);
        QCOMPARE(decider.view(m_shop->database(), m_shop->id, oldId, reminders)->preference.subject, newId);
        const auto views = decider.views(m_shop->database(), m_shop->id, oldId);
        for (const PreferenceView& view : *views)
            QCOMPARE(view.preference.subject, newId);

        WhatIf back;
        back.choices.push_back({oldId, reminders, PreferenceState::OptedIn, {}});
        QVERIFY(decider.decide(m_shop->id, reminders, {oldId}, {}, back)->items.front().deliver);

        hear("channel_rename", {{QStringLiteral("channel"), channel("C1", "late")}}, 20);  // of the id it had
        QVERIFY(subject("C1")->deleted);
        QCOMPARE(rulesFor(oldId), QSet<QString>{toString(Rule::OptedOut)});
    }

    void aChannelThatGetsItsOldIdBackKeepsItsLatestWord()
    {
        hear("channel_created", {{QStringLiteral("channel"), channel("C1", "news")}});
        CategoryWriter categories(m_shop->writer);
        QVERIFY(categories.seed(m_shop->id));
        PreferenceWriter preferences(m_shop->writer);
        ChangeRequest wish;
        wish.category = CategorySlug(QStringLiteral("reminders"));
        const auto choose = [&](const char* id, PreferenceState state) {
            wish.subject = SubjectId(QLatin1String(id));
            wish.state = state;
            QVERIFY(preferences.apply(m_shop->id, wish));
        };
        choose("C1", PreferenceState::OptedIn);
        const QJsonObject there{{QStringLiteral("old_channel_id"), QStringLiteral("C1")},
                                {QStringLiteral("new_channel_id"), QStringLiteral("C2")}};
        hear("channel_id_changed", there);
        choose("C2", PreferenceState::OptedOut);
        hear("channel_id_changed", {{QStringLiteral("old_channel_id"), QStringLiteral("C2")},
                                    {QStringLiteral("new_channel_id"), QStringLiteral("C1")}});
        QVERIFY(!subject("C1")->deleted);
        QVERIFY(subject("C1")->movedTo.isEmpty());
        for (const char* id : {"C1", "C2"})
            QCOMPARE(rulesFor(SubjectId(QLatin1String(id))), QSet<QString>{toString(Rule::OptedOut)});
    }

    void theInstallationIsLostOnlyWhereItsTokenIs_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("isDead");
        QTest::addColumn<bool>("isOld");
        QTest::addColumn<QString>("status");
        const QString removed = QStringLiteral("app_uninstalled");
        QTest::newRow("uninstalled") << removed << true << false << QStringLiteral("uninstalled");
        QTest::newRow("installed again since") << removed << false << false << QStringLiteral("active");
        QTest::newRow("from before the installation") << removed << true << true << QStringLiteral("active");
        QTest::newRow("revoked") << QStringLiteral("tokens_revoked") << true << false << QStringLiteral("revoked");
    }
    void theInstallationIsLostOnlyWhereItsTokenIs()
    {
        QFETCH(QString, type);
        QFETCH(bool, isDead);
        QFETCH(bool, isOld);
        if (isDead)
            m_shop->slack.failWith(QStringLiteral("auth.test"), QStringLiteral("account_inactive"));
        else
            m_shop->slack.on(QStringLiteral("auth.test"), {{QStringLiteral("user_id"), QStringLiteral("U1")}});
        const QJsonObject tokens{{QStringLiteral("bot"), QJsonArray{QStringLiteral("B1")}}};
        hear(type.toLatin1().constData(), {{QStringLiteral("tokens"), tokens}}, isOld ? -1'000'000 : 10);
        const auto known = *store::WorkspaceStore(m_shop->database(), m_shop->vault).find(m_shop->id);
        QTEST(store::toString(known->status), "status");
    }

    void aTeamMayChangeItsName()
    {
        hear("team_rename", {{QStringLiteral("name"), QStringLiteral("Two")}});
        QCOMPARE((*store::WorkspaceStore(m_shop->database(), m_shop->vault).find(m_shop->id))->name,
                 QStringLiteral("Two"));
    }

    void anHourOfEventsIsOneRun()
    {
        hear("team_join", {{QStringLiteral("user"), user("U1", "Ann", 100)}});
        m_journal->keep();
        m_shop->clock.advance(std::chrono::minutes(5));
        hear("user_change", {{QStringLiteral("user"), user("U1", "Anna", 200)}});
        m_journal->keep();
        m_shop->clock.advance(std::chrono::minutes(56));
        m_journal->keep();
        const std::vector<SyncRun> runs = *store::SyncStore(m_shop->database()).page(m_shop->id, {}, 10);
        QCOMPARE(runs.size(), size_t(1));
        QVERIFY(runs.front().kind == SyncKind::Events);
        QVERIFY(runs.front().outcome == SyncOutcome::Ok);
        QCOMPARE(runs.front().counts, (SyncCounts{2, 1, 1, 0, 0, 0}));
        QCOMPARE(*store::AuditStore(m_shop->database()).size(m_shop->id), 1);
        m_journal->noteOutage(m_shop->id, QStringLiteral("No line."));
        QCOMPARE(store::SyncStore(m_shop->database()).page(m_shop->id, {}, 10)->size(), size_t(2));
    }

private:
    /// `seconds`: when, counted from the installation.
    void hear(const char* type, const QJsonObject& body, int seconds = 10)
    {
        slack::Event event;
        event.workspace = m_shop->id;
        event.type = QLatin1String(type);
        event.body = body;
        event.at = installedAt + seconds * 1000;
        const Result<> done = m_events->hear(event);
        QVERIFY2(done, done ? "" : qPrintable(done.error().toString()));
    }
    std::optional<Subject> subject(const char* id)
    {
        return *store::SubjectStore(m_shop->database()).find(m_shop->id, SubjectId(QLatin1String(id)));
    }
    PreferenceState choice(const char* id)
    {
        return store::PreferenceStore(m_shop->database())
            .find(m_shop->id, SubjectId(QLatin1String(id)), CategorySlug(QStringLiteral("reminders")))
            ->state;
    }
    /// What decides about reminders there, by each way of asking: few, many, and about the past.
    QSet<QString> rulesFor(const SubjectId& id)
    {
        const CategorySlug reminders(QStringLiteral("reminders"));
        Decider decider(m_shop->pool, m_shop->clock);
        const std::vector<SubjectId> many(1'000, id);
        QSet<QString> rules;
        for (const auto& decided :
             {decider.decide(m_shop->id, reminders, {id}), decider.decide(m_shop->id, reminders, many),
              decider.decide(m_shop->id, reminders, {id}, m_shop->clock.now())})
            rules.insert(toString(decided->items.front().rule));
        return rules;
    }
    qint64 seqNow() { return *store::ChangeStore(m_shop->database()).lastSeq(m_shop->id); }

    static constexpr Millis installedAt = 0;
    std::unique_ptr<Workshop> m_shop;
    std::unique_ptr<DirectoryWriter> m_directory;
    std::unique_ptr<SubjectRekeyer> m_rekeyer;
    std::unique_ptr<EventsJournal> m_journal;
    std::unique_ptr<DirectoryEvents> m_events;
};

QTEST_GUILESS_MAIN(TestDirectoryEvents)
#include "tst_directoryevents.moc"
