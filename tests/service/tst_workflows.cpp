#include "service/workflows/workflowclock.h"

#include "store/settingstore.h"
#include "store/workflowrunstore.h"
#include "tests/service/sendershop.h"

#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::SenderShop;
using Answer = Result<QJsonObject>;

namespace {

QJsonObject fromJson(const char* text)
{
    return QJsonDocument::fromJson(text).object();
}

Millis at(const char* time)
{
    return *fromRfc3339(QString::fromLatin1(time));
}

/// A workspace in Berlin with the template `daily` and workflows over it.
struct FlowShop : SenderShop {
    FlowShop()
    {
        clock.set(at("2026-11-20T12:00:00.000Z"));  // a Friday
        require(pool.write<void>([&](store::Database& open) {
            return store::SettingStore(open).put(id, QStringLiteral("timeZone"), "\"Europe/Berlin\"");
        }));
        slack.on(QStringLiteral("conversations.members"),
                 fromJson(R"({"ok": true, "members": ["U2", "U3", "U9", "U77"]})"));
        keep(templates, "daily", R"({"source": "{text: 'Good morning, ' + std.extVar('data').run.weekday}",
             "sample": {"run": {"weekday": "mon"}}})");
        keep(templates, "ask", R"({"source": "{text: std.extVar('data').what}", "sample": {"what": "x"}})");
    }
    void keep(DefinitionDesk& definitions, const char* slug, const char* body)
    {
        const auto kept =
            definitions.create(id, QString::fromLatin1(slug), fromJson(body), byPerson(QStringLiteral("U1")));
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().toString()));
    }
    void edit(const char* slug, const char* patch)
    {
        const auto kept =
            workflows.edit(id, QString::fromLatin1(slug), fromJson(patch), byPerson(QStringLiteral("U1")));
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().toString()));
    }
    /// The daily reminder at nine on working days, for U1 and U2.
    void keepDaily()
    {
        keep(workflows, "daily", R"({"category": "reminders", "template": "daily",
             "recipients": {"include": [{"subjects": ["U1", "U2"]}]},
             "schedule": {"time": "09:00", "weekdays": ["mon", "tue", "wed", "thu", "fri"]}})");
    }
    std::vector<WorkflowRun> runs()
    {
        return *store::WorkflowRunStore(database()).page(id, QStringLiteral("daily"), 0, {}, 100);
    }
    QStringList whom(const char* query)
    {
        const auto read = wire::workflowFromJson({{QStringLiteral("category"), QStringLiteral("c")},
                                                  {QStringLiteral("template"), QStringLiteral("t")},
                                                  {QStringLiteral("recipients"), fromJson(query)}});
        const auto found = read ? finder.find(id, read->recipients) : read.error();
        if (!found)
            return {found.error().message()};
        QStringList ids;
        for (const SubjectId& subject : *found)
            ids << subject.toString();
        return ids;
    }

    TemplateProgram program{QStringLiteral(REFRAIN_BIN_DIR "/refrain-template")};
    DefinitionDesk templates{pool, writer, templateRules(program)};
    Templates rendered{program, templates};
    DefinitionDesk workflows{pool, writer, workflowRules(pool, vault, rendered, clock)};
    RecipientFinder finder{pool, keeper};
    WorkflowRunner runner{{pool, vault, workflows, rendered, finder, desk, random, clock}};
    WorkflowClock flowClock{{pool, vault, runner, clock}};
};

}  // namespace

class TestWorkflows : public QObject {
    Q_OBJECT

private slots:
    void init() { m_shop = std::make_unique<FlowShop>(); }
    void cleanup() { m_shop.reset(); }

    void whatIsDueRunsOnce()
    {
        m_shop->keepDaily();
        m_shop->flowClock.look();
        QVERIFY(m_shop->runs().empty());
        m_shop->clock.set(at("2026-11-23T08:00:00.000Z"));  // Monday, nine in Berlin
        m_shop->flowClock.look();
        m_shop->flowClock.look();
        const auto runs = m_shop->runs();
        QCOMPARE(runs.size(), size_t(1));
        QCOMPARE(toString(runs[0].outcome), QStringLiteral("started"));
        QCOMPARE(runs[0].recipients, 2);
        QCOMPARE(*runs[0].scheduledFor, at("2026-11-23T08:00:00.000Z"));
        m_shop->key = {m_shop->id, runs[0].notification};
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(m_shop->summary().sent, 2);
        QCOMPARE(m_shop->view().notification.text, QStringLiteral("Good morning, mon"));
        QCOMPARE(m_shop->view().notification.workflow, QStringLiteral("daily"));
    }

    void whoOptedOutIsSkippedAndTheJournalSaysWhy()
    {
        m_shop->keepDaily();
        m_shop->optOut(QStringLiteral("U1"));
        m_shop->clock.set(at("2026-11-23T08:00:30.000Z"));
        m_shop->flowClock.look();
        m_shop->key = {m_shop->id, m_shop->runs().front().notification};
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(m_shop->outcome(1), QStringLiteral("skipped"));
        QCOMPARE(m_shop->recipient(1).rule, QStringLiteral("opted_out"));
        QCOMPARE(m_shop->outcome(2), QStringLiteral("sent"));
    }

    void afterADowntime_data()
    {
        QTest::addColumn<Millis>("now");
        QTest::addColumn<QStringList>("outcomes");  // newest first by what they were due for
        QTest::newRow("of minutes it is made up for")
            << at("2026-11-23T08:20:00.000Z") << QStringLiteral("started").split(QLatin1Char(' '));
        QTest::newRow("of hours it is not")
            << at("2026-11-23T10:00:00.000Z") << QStringLiteral("missed").split(QLatin1Char(' '));
        QTest::newRow("of days they are told as one")
            << at("2026-11-26T12:00:00.000Z") << QStringLiteral("missed").split(QLatin1Char(' '));
        QTest::newRow("of days, up again in time for one")
            << at("2026-11-26T08:05:00.000Z") << QStringLiteral("started missed").split(QLatin1Char(' '));
    }

    void afterADowntime()
    {
        QFETCH(Millis, now);
        QFETCH(QStringList, outcomes);
        m_shop->keepDaily();
        m_shop->clock.set(now);
        m_shop->flowClock.look();
        m_shop->flowClock.look();
        auto runs = m_shop->runs();
        std::sort(runs.begin(), runs.end(),
                  [](const WorkflowRun& a, const WorkflowRun& b) { return a.scheduledFor > b.scheduledFor; });
        QStringList seen;
        for (const WorkflowRun& run : runs) {
            seen << toString(run.outcome);
            QCOMPARE(run.error.isEmpty(), run.outcome == RunOutcome::Started);
        }
        QCOMPARE(seen, outcomes);
    }

    void whatIsPausedIsNeitherRunNorMissed()
    {
        m_shop->keepDaily();
        m_shop->edit("daily", R"({"paused": true})");
        m_shop->clock.set(at("2026-11-25T12:00:00.000Z"));
        m_shop->flowClock.look();
        QVERIFY(m_shop->runs().empty());
        m_shop->edit("daily", R"({"paused": false})");
        m_shop->flowClock.look();
        QVERIFY(m_shop->runs().empty());
        m_shop->clock.set(at("2026-11-26T08:00:00.000Z"));
        m_shop->flowClock.look();
        QCOMPARE(m_shop->runs().size(), size_t(1));
    }

    void anEditOfTheTitleDoesNotMissWhatIsDue()
    {
        m_shop->keepDaily();
        m_shop->clock.set(at("2026-11-23T08:00:00.500Z"));
        m_shop->edit("daily", R"({"title": "Daily"})");
        m_shop->flowClock.look();
        QCOMPARE(m_shop->runs().size(), size_t(1));
    }

    void whatCannotRunSaysWhy()
    {
        m_shop->keepDaily();
        QVERIFY(m_shop->templates.edit(m_shop->id, QStringLiteral("daily"), fromJson(R"({"archived": true})"), {}));
        m_shop->clock.set(at("2026-11-23T08:00:00.000Z"));
        m_shop->flowClock.look();
        m_shop->flowClock.look();
        QCOMPARE(m_shop->runs().size(), size_t(1));
        QCOMPARE(toString(m_shop->runs()[0].outcome), QStringLiteral("failed"));
        QVERIFY(m_shop->runs()[0].error.contains(QStringLiteral("archived")));
    }

    void whileSlackIsAwayItIsTriedAgainInTime()
    {
        m_shop->keepDaily();
        m_shop->edit("daily", R"({"recipients": {"include": [{"membersOf": "C1"}]}})");
        const Answer away = Error::unavailable(QStringLiteral("Away."), QStringLiteral("refused: x"));
        m_shop->slack.on(QStringLiteral("conversations.members"),
                         [away](const slack::Credential&, const slack::Call&) { return away; });
        m_shop->clock.set(at("2026-11-23T08:00:00.000Z"));
        m_shop->flowClock.look();
        QVERIFY(m_shop->runs().empty());
        m_shop->slack.on(QStringLiteral("conversations.members"), fromJson(R"({"ok": true, "members": ["U2"]})"));
        m_shop->clock.set(at("2026-11-23T08:01:00.000Z"));
        m_shop->flowClock.look();
        QCOMPARE(m_shop->runs().size(), size_t(1));
        QCOMPARE(m_shop->runs()[0].recipients, 1);
    }

    void aQueryFindsWhomItDescribes_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QStringList>("ids");
        const auto row = [](const char* name, const char* query, const char* ids) {
            QTest::newRow(name) << QByteArray(query)
                                << QString::fromLatin1(ids).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        row("a list keeps its order, once each", R"({"include": [{"subjects": ["U3", "U1", "U3", "nobody"]}]})",
            "U3 U1 nobody");
        row("channels", R"({"include": [{"kind": "channel"}]})", "C1");
        row("a role", R"({"include": [{"roles": ["admin"]}]})", "U4");
        row("two roles, but one of them",
            R"({"include": [{"roles": ["admin", "guest"]}], "exclude": [{"subjects": ["U4"]}]})", "U5");
        row("members of a channel, without those who cannot be reached and whom nobody knows",
            R"({"include": [{"membersOf": "C1"}]})", "U2 U3");
        row("members of a channel of a role", R"({"include": [{"membersOf": "C1", "roles": ["admin"]}]})", "");
        row("everybody but members of a channel and one role",
            R"({"include": [{"subjects": ["U1", "U2", "U4"]}], "exclude": [{"membersOf": "C1"}, {"roles": ["admin"]}]})",
            "U1");
        row("strangers only where they are meant", R"({"include": [{"roles": ["external"]}]})", "U6");
    }

    void aQueryFindsWhomItDescribes()
    {
        QFETCH(QByteArray, query);
        QFETCH(QStringList, ids);
        DirectoryWriter::Page page;
        for (const auto& [id, role] :
             {std::pair{"U4", SubjectRole::Admin}, {"U5", SubjectRole::Guest}, {"U6", SubjectRole::External}}) {
            Subject subject = test::subjectOf(QString::fromLatin1(id), SubjectKind::User);
            subject.role = role;
            page.subjects.push_back(subject);
        }
        Subject gone = test::subjectOf(QStringLiteral("U9"), SubjectKind::User);
        gone.deleted = true;
        page.subjects.push_back(gone);
        QVERIFY(m_shop->directory.put(m_shop->id, page));
        QCOMPARE(m_shop->whom(query.constData()), ids);
    }

    void everybodyIsEveryMember()
    {
        const QStringList all = m_shop->whom(R"({"include": [{"kind": "user"}]})");
        QCOMPARE(all.size(), 20);
    }

    void aTriggerBringsDataAndRecipients()
    {
        m_shop->keep(m_shop->workflows, "ask",
                     R"({"category": "reminders", "template": "ask", "data": {"what": "Dinner?"}})");
        wire::TriggerRequest request;
        QVERIFY(!m_shop->runner.trigger(m_shop->id, QStringLiteral("ask"), request, SenderShop::byKey()));
        request.recipients = {SubjectId(QStringLiteral("U5"))};
        request.data = fromJson(R"({"what": "Lunch?"})");
        const auto run = m_shop->runner.trigger(m_shop->id, QStringLiteral("ask"), request, SenderShop::byKey());
        QVERIFY2(run, run ? "" : qPrintable(run.error().toString()));
        m_shop->key = {m_shop->id, run->notification};
        QTRY_COMPARE(m_shop->state(), QStringLiteral("done"));
        QCOMPARE(m_shop->view().notification.text, QStringLiteral("Lunch?"));
        QCOMPARE(m_shop->view().notification.actor.id, QStringLiteral("k1"));
    }

    void aTriggerThatFindsNobodyIsARunToo()
    {
        m_shop->keep(m_shop->workflows, "daily", R"({"category": "reminders", "template": "daily",
             "recipients": {"include": [{"roles": ["owner"]}]}})");
        const auto run = m_shop->runner.trigger(m_shop->id, QStringLiteral("daily"), {}, SenderShop::byKey());
        QVERIFY(run);
        QCOMPARE(toString(run->outcome), QStringLiteral("nobody"));
        QCOMPARE(m_shop->runs().size(), size_t(1));
    }

private:
    std::unique_ptr<FlowShop> m_shop;
};

QTEST_GUILESS_MAIN(TestWorkflows)
#include "tst_workflows.moc"
