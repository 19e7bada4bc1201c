#include "service/sync/directorysync.h"
#include "service/usecases/preferencewriter.h"
#include "store/preferencestore.h"
#include "store/syncstore.h"
#include "tests/service/workshop.h"

#include <QTest>

using namespace refrain;
using service::DirectorySync;
using test::FakeSlack;
using test::Workshop;

namespace {

/// A Slack whose people come in pages of two; the cursor is the number of the first one.
struct Directory : Workshop {
    Directory()
    {
        connectWorkspace();
        Workshop::require(service::CategoryWriter(writer).seed(id));
        slack.on(QStringLiteral("users.list"), [this](const slack::Credential&, const slack::Call& call) {
            cursors << FakeSlack::field(call, "cursor");
            if (!trouble.isEmpty()) {
                const QString word = trouble.takeFirst();
                if (!word.isEmpty())
                    return Result<QJsonObject>(word == QLatin1String("stop")
                                                   ? Error::cancelled(QStringLiteral("Stopping."))
                                                   : slack::failure(call.method, {{QStringLiteral("error"), word}}));
            }
            return Result<QJsonObject>(page(cursors.back().toInt()));
        });
        slack.on(QStringLiteral("conversations.list"),
                 {{QStringLiteral("ok"), true},
                  {QStringLiteral("channels"),
                   QJsonArray{
                       QJsonObject{{QStringLiteral("id"), QStringLiteral("C1")},
                                   {QStringLiteral("name"), QStringLiteral("all")}},
                       QJsonObject{{QStringLiteral("id"), QStringLiteral("C2")}, {QStringLiteral("is_mpim"), true}},
                       QJsonObject{{QStringLiteral("id"), QStringLiteral("D1")}, {QStringLiteral("is_im"), true}},
                   }}});
    }

    QJsonObject page(int first) const
    {
        QJsonArray members;
        for (int i = first; i < qMin(first + 2, int(people.size())); ++i)
            members.append(QJsonObject{{QStringLiteral("id"), people[i]},
                                       {QStringLiteral("real_name"), names.value(people[i], people[i])},
                                       {QStringLiteral("updated"), updated}});
        const bool last = first + 2 >= people.size();
        return {{QStringLiteral("ok"), true},
                {QStringLiteral("members"), members},
                {QStringLiteral("response_metadata"),
                 QJsonObject{{QStringLiteral("next_cursor"), last ? QString() : QString::number(first + 2)}}}};
    }

    Result<SyncRun> sync()
    {
        const Result<SyncRun> run = reader.begin(id);
        return run ? reader.perform(id, *run) : run;
    }

    Subject subject(const char* who)
    {
        return **store::SubjectStore(database()).find(id, SubjectId(QString::fromLatin1(who)));
    }

    QStringList people{QStringLiteral("U1"), QStringLiteral("U2"), QStringLiteral("U3"), QStringLiteral("U4"),
                       QStringLiteral("U5")};
    QHash<QString, QString> names;
    int updated = 1;
    QStringList trouble;  ///< Words that the next calls fail with; an empty one succeeds.
    QStringList cursors;
    service::DirectoryWriter directory{writer};
    DirectorySync reader{{pool, vault, directory, keeper, clock, random}};
};

}  // namespace

class TestDirectorySync : public QObject {
    Q_OBJECT

private slots:
    void readsEverybodyAndCounts()
    {
        Directory slack;
        const Result<SyncRun> run = slack.sync();
        QVERIFY(run);
        QVERIFY(run->outcome == SyncOutcome::Ok);
        QCOMPARE(run->counts.read, qint64(6));
        QCOMPARE(run->counts.added, qint64(6));
        QCOMPARE(slack.cursors, (QStringList{QString(), QStringLiteral("2"), QStringLiteral("4")}));
        const Result<SyncRun> again = slack.sync();
        QCOMPARE(again->counts.added + again->counts.changed + again->counts.removed, qint64(0));
        QVERIFY(again->id != run->id);
    }

    void goesOnWhereAStopCutItShort()
    {
        Directory slack;
        slack.trouble = {QString(), QStringLiteral("stop")};
        const Result<SyncRun> cut = slack.sync();
        QVERIFY(cut.error().is(ErrorCode::Cancelled));
        slack.cursors.clear();
        const Result<SyncRun> run = slack.sync();
        QVERIFY(run->outcome == SyncOutcome::Ok);
        QCOMPARE(slack.cursors, (QStringList{QStringLiteral("2"), QStringLiteral("4")}));
        QCOMPARE(run->counts.read, qint64(6));
        QCOMPARE(run->counts.removed, qint64(0));
    }

    void aCursorThatSlackForgotBeginsTheListAnew()
    {
        Directory slack;
        slack.trouble = {QString(), QStringLiteral("invalid_cursor")};
        const Result<SyncRun> run = slack.sync();
        QVERIFY(run->outcome == SyncOutcome::Ok);
        QCOMPARE(slack.cursors,
                 (QStringList{QString(), QStringLiteral("2"), QString(), QStringLiteral("2"), QStringLiteral("4")}));
        QCOMPARE(run->counts.added, qint64(6));
        QCOMPARE(run->counts.removed, qint64(0));
    }

    void aSlackThatForgetsEveryCursorIsGivenUp()
    {
        Directory slack;
        for (int i = 0; i < 20; ++i)
            slack.trouble << QStringLiteral("invalid_cursor");
        const Result<SyncRun> run = slack.sync();
        QVERIFY(run->outcome == SyncOutcome::Failed);
        QVERIFY(slack.cursors.size() < 10);
    }

    void whatFailsIsSaidAndKeepsWhatWasRead_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("afterAPage");
        for (const char* word : {"missing_scope", "token_revoked", "internal_error", "ratelimited"}) {
            QTest::addRow("%s at once", word) << QString::fromLatin1(word) << false;
            QTest::addRow("%s after a page", word) << QString::fromLatin1(word) << true;
        }
    }

    void whatFailsIsSaidAndKeepsWhatWasRead()
    {
        QFETCH(QString, word);
        QFETCH(bool, afterAPage);
        Directory slack;
        slack.trouble = afterAPage ? QStringList{QString(), word} : QStringList{word};
        const Result<SyncRun> run = slack.sync();
        QVERIFY(run);
        QVERIFY(run->outcome == (afterAPage ? SyncOutcome::Partial : SyncOutcome::Failed));
        QVERIFY(!run->error.isEmpty());
        QCOMPARE(run->counts.read, qint64(afterAPage ? 2 : 0));
        QCOMPARE(run->counts.removed, qint64(0));
    }

    void leaversAreFoundAndReturnersKeepTheirChoices()
    {
        Directory slack;
        QVERIFY(slack.sync());
        ChangeRequest wish;
        wish.subject = SubjectId(QStringLiteral("U2"));
        wish.category = CategorySlug(QStringLiteral("reminders"));
        wish.state = PreferenceState::OptedOut;
        service::PreferenceWriter preferences(slack.writer);
        QVERIFY(preferences.apply(slack.id, wish));

        slack.people.removeAll(QStringLiteral("U2"));
        QCOMPARE(slack.sync()->counts.removed, qint64(1));
        QVERIFY(slack.subject("U2").deleted);

        slack.people << QStringLiteral("U2");
        const Result<SyncRun> back = slack.sync();
        QCOMPARE(back->counts.changed, qint64(1));
        QVERIFY(!slack.subject("U2").deleted);
        const Result<Preference> kept =
            store::PreferenceStore(slack.database()).find(slack.id, wish.subject, wish.category);
        QVERIFY(kept->state == PreferenceState::OptedOut);
    }

    void anEmptyListIsNoFarewellOfEverybody()
    {
        Directory slack;
        QVERIFY(slack.sync());
        slack.people.clear();
        const Result<SyncRun> run = slack.sync();
        QCOMPARE(run->counts.removed, qint64(0));
        QVERIFY(!slack.subject("U1").deleted);
    }

    void onlyWhatChangedBecomesAChange()
    {
        Directory slack;
        QVERIFY(slack.sync());
        slack.names.insert(QStringLiteral("U3"), QStringLiteral("Renamed"));
        slack.updated = 2;
        const Result<SyncRun> run = slack.sync();
        QCOMPARE(slack.subject("U3").formerNames, QStringList(QStringLiteral("U3")));
        QVERIFY(run->counts.changed >= 1);
    }

    void anOrganizationIsReadTeamByTeam()
    {
        Directory slack;
        store::Workspace organization;
        organization.id = WorkspaceId(QStringLiteral("E1"));
        organization.organizationWide = true;
        Workshop::require(slack.pool.write<void>([&](store::Database& database) {
            return store::WorkspaceStore(database, slack.vault)
                .install(organization, {Secret(QByteArray("xoxb-2")), {}, std::nullopt});
        }));
        const QJsonArray teams{QJsonObject{{QStringLiteral("id"), QStringLiteral("T1")}},
                               QJsonObject{{QStringLiteral("id"), QStringLiteral("T2")}}};
        slack.slack.on(QStringLiteral("auth.teams.list"),
                       {{QStringLiteral("ok"), true}, {QStringLiteral("teams"), teams}});
        const Result<SyncRun> run = slack.reader.begin(organization.id);
        const Result<SyncRun> done = slack.reader.perform(organization.id, *run);
        QVERIFY(done->outcome == SyncOutcome::Ok);
        QCOMPARE(slack.cursors.count(QString()), 2);
        QCOMPARE(done->counts.added, qint64(6));
        QCOMPARE(done->counts.removed, qint64(0));
    }

    void progressIsSeenWhileItRuns()
    {
        Directory slack;
        slack.trouble = {QString(), QStringLiteral("stop")};
        QVERIFY(!slack.sync());
        const auto runs = store::SyncStore(slack.database()).page(slack.id, {}, 10);
        QCOMPARE(runs->size(), size_t(1));
        QVERIFY(runs->front().outcome == SyncOutcome::Running);
        QCOMPARE(runs->front().counts.read, qint64(2));
    }
};

QTEST_GUILESS_MAIN(TestDirectorySync)
#include "tst_directorysync.moc"
