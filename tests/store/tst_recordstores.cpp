#include "store/categorystore.h"
#include "store/changestore.h"
#include "store/outboxstore.h"
#include "store/preferencestore.h"
#include "store/subjectstore.h"
#include "store/syncstore.h"
#include "tests/store/servicedatabase.h"

#include <QTest>

using namespace refrain;
using namespace refrain::store;

/// What the system of record is about: subjects, categories, preferences, changes and what is sent on.
class TestRecordStores : public QObject {
    Q_OBJECT

private slots:
    void init() { m_test = std::make_unique<test::ServiceDatabase>(); }
    void cleanup() { m_test.reset(); }

    void aSubjectComesBackWhole()
    {
        SubjectStore subjects(m_test->db());
        Subject zoe = person("U1", "Zoë Ångström");
        zoe.displayName = QStringLiteral("zoe");
        zoe.email = QStringLiteral("zoe@example.com");
        zoe.title = QStringLiteral("Lead");
        zoe.tz = QStringLiteral("Europe/Berlin");
        zoe.locale = QStringLiteral("de-DE");
        zoe.role = SubjectRole::Guest;
        zoe.bot = true;
        zoe.addressDead = true;
        zoe.person = PersonId(QStringLiteral("p1"));
        zoe.formerNames = QStringList{QStringLiteral("Zoë Meyer"), QStringLiteral("Zoë Mayer")};
        zoe.updatedAt = 77;
        QVERIFY(subjects.put(m_test->workspace, zoe));
        QCOMPARE(subjects.find(m_test->workspace, zoe.id)->value(), zoe);
        zoe.deleted = true;
        QVERIFY(subjects.put(m_test->workspace, zoe));
        QCOMPARE(subjects.find(m_test->workspace, zoe.id)->value(), zoe);
        QCOMPARE(subjects.ofPerson(m_test->workspace, zoe.person)->size(), 1U);
        QCOMPARE(subjects.ofPerson(m_test->workspace, PersonId())->size(), 0U);
        QCOMPARE(subjects.withEmail(m_test->workspace, zoe.email)->size(), 1U);
    }

    void searchIsBlindToCaseAndAccents_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        QTest::addRow("plain letters for accented ones") << "zoe angstrom"
                                                         << "U1";
        QTest::addRow("capitals") << "ZOË"
                                  << "U1";
        QTest::addRow("composed and decomposed alike") << QString::fromUtf8("zoe\xcc\x88") << "U1";
        QTest::addRow("sharp s folds") << "STRASSE"
                                       << "U2";
        QTest::addRow("an email") << "bob@"
                                  << "U3";
        QTest::addRow("a former name") << "meyer"
                                       << "U1";
        QTest::addRow("an id") << "u2"
                               << "U2";
        QTest::addRow("a channel's topic") << "standup"
                                           << "C1";
        QTest::addRow("wildcards are letters") << "%"
                                               << "";
        QTest::addRow("nothing there") << "xyzzy"
                                       << "";
        QTest::addRow("nothing asked") << " "
                                       << "C1 U1 U2 U3";
    }

    void searchIsBlindToCaseAndAccents()
    {
        QFETCH(QString, text);
        QFETCH(QString, found);
        SubjectStore subjects(m_test->db());
        Subject zoe = person("U1", "Zoë Ångström");
        zoe.formerNames = QStringList{QStringLiteral("Zoë Meyer")};
        Subject bob = person("U3", "Bob");
        bob.email = QStringLiteral("bob@example.com");
        Subject channel = person("C1", "general");
        channel.kind = SubjectKind::Channel;
        channel.topic = QStringLiteral("Standup");
        channel.isPrivate = true;
        for (const Subject& subject : {zoe, person("U2", "Straße"), bob, channel})
            QVERIFY(subjects.put(m_test->workspace, subject));
        SubjectQuery query;
        query.text = text;
        QCOMPARE(ids(*subjects.page(m_test->workspace, query)), found);
        query.withPrivate = false;
        QCOMPARE(ids(*subjects.page(m_test->workspace, query)), QString(found).remove(QStringLiteral("C1")).trimmed());
    }

    void pagingIsStableWhilePeopleArrive()
    {
        SubjectStore subjects(m_test->db());
        for (int i = 10; i < 30; i += 2)
            QVERIFY(subjects.put(m_test->workspace, person("U" + QByteArray::number(i), "x")));
        SubjectQuery query;
        query.kind = SubjectKind::User;
        query.limit = 4;
        QStringList seen;
        for (auto page = *subjects.page(m_test->workspace, query); !page.empty();
             page = *subjects.page(m_test->workspace, query)) {
            seen << ids(page);
            query.after = page.back().id;
            QVERIFY(subjects.put(m_test->workspace, person("U11", "late, and before the position")));
        }
        QCOMPARE(seen.join(QLatin1Char(' ')), QStringLiteral("U10 U12 U14 U16 U18 U20 U22 U24 U26 U28"));
        QCOMPARE(*subjects.count(m_test->workspace, SubjectKind::User), 11);
        QCOMPARE(*subjects.count(m_test->workspace, SubjectKind::Channel), 0);
    }

    void leaversAreThoseAFullSyncDidNotSee()
    {
        SubjectStore subjects(m_test->db());
        for (const char* id : {"U1", "U2", "U3"})
            QVERIFY(subjects.put(m_test->workspace, person(id, "x")));
        QVERIFY(subjects.markSeen(m_test->workspace, SubjectId(QStringLiteral("U2")), QStringLiteral("run")));
        QCOMPARE(ids(*subjects.unseen(m_test->workspace, SubjectKind::User, QStringLiteral("run"), 10)),
                 QStringLiteral("U1 U3"));
        QCOMPARE(ids(*subjects.unseen(m_test->workspace, SubjectKind::Channel, QStringLiteral("run"), 10)), QString());
    }

    void aPreferenceComesBackWhole()
    {
        seed();
        PreferenceStore preferences(m_test->db());
        const Preference never = *preferences.find(m_test->workspace, m_user, m_reminders);
        QCOMPARE(never.version, 0);
        QVERIFY(!never.source && !never.actor && !never.at);
        Preference out = never;
        out.state = PreferenceState::OptedOut;
        out.snoozedUntil = 500;
        out.version = 3;
        out.source = Source::Console;
        out.actor = Actor{ActorKind::ConsoleUser, QStringLiteral("U9"), QStringLiteral("Ann")};
        out.requestedBy = RequestedBy::Legal;
        out.reason = QStringLiteral("asked by letter");
        out.ticket = QStringLiteral("T-1");
        out.at = 44;
        out.stateIsOwnWord = true;
        out.correctableUntil = 99;
        QVERIFY(preferences.put(m_test->workspace, out));
        QCOMPARE(*preferences.find(m_test->workspace, m_user, m_reminders), out);
        QCOMPARE(preferences.ofSubject(m_test->workspace, m_user)->size(), 1U);
    }

    void aPreferenceOfNobodyIsRefused()
    {
        seed();
        Preference lost;
        lost.subject = SubjectId(QStringLiteral("U404"));
        lost.category = m_reminders;
        QVERIFY(PreferenceStore(m_test->db()).put(m_test->workspace, lost).error().is(ErrorCode::Conflict));
    }

    void onlyChoicesAreListed()
    {
        seed();
        PreferenceStore preferences(m_test->db());
        Preference row;
        row.subject = m_user;
        const auto put = [&](const CategorySlug& category, PreferenceState state, std::optional<Millis> snooze) {
            row.category = category;
            row.state = state;
            row.snoozedUntil = snooze;
            ++row.version;
            QVERIFY(preferences.put(m_test->workspace, row));
        };
        put(m_reminders, PreferenceState::Default, 50);
        put(everyCategory(), PreferenceState::OptedOut, std::nullopt);
        PreferenceQuery query;
        query.now = 40;
        QCOMPARE(preferences.page(m_test->workspace, query)->size(), 2U);
        query.now = 50;
        QCOMPARE(preferences.page(m_test->workspace, query)->size(), 1U);
        query.state = PreferenceState::OptedIn;
        QCOMPARE(preferences.page(m_test->workspace, query)->size(), 0U);
        query.state = PreferenceState::Default;  // who asks for these wants those that were taken back as well
        QCOMPARE(preferences.page(m_test->workspace, query)->front().category, m_reminders);
        query.now = 40;
        QCOMPARE(preferences.page(m_test->workspace, query)->size(), 1U);
        query = {};
        query.category = m_reminders;
        QCOMPARE(preferences.page(m_test->workspace, query)->size(), 1U);
        query = {};
        query.afterSubject = m_user;
        query.afterCategory = everyCategory();
        QCOMPARE(preferences.page(m_test->workspace, query)->front().category, m_reminders);
        int rows = 0;
        QVERIFY(preferences.each(m_test->workspace, m_user, {}, [&](const Preference&) { ++rows; }));
        QVERIFY(preferences.each(m_test->workspace, {}, m_user, [&](const Preference&) { rows += 100; }));
        QCOMPARE(rows, 2);
    }

    void changesAreNumberedWithoutGaps()
    {
        ChangeStore changes(m_test->db());
        const auto append = [&](const char* type, Millis at) {
            ChangeRecord change;
            change.seq = *changes.lastSeq(m_test->workspace) + 1;
            change.type = QString::fromLatin1(type);
            change.subject = m_user;
            change.at = at;
            change.after = "{\"a\":1}";
            QVERIFY(changes.append(m_test->workspace, change));
            QVERIFY(changes.setLastSeq(m_test->workspace, change.seq));
        };
        append("subject", 10);
        {
            const auto lost = Transaction::begin(m_test->db());
            append("preference", 20);
        }
        append("preference", 30);
        append("subject", 40);
        QCOMPARE(*changes.lastSeq(m_test->workspace), 3);
        QCOMPARE(changes.after(m_test->workspace, 1, 10)->size(), 2U);
        QCOMPARE(changes.after(m_test->workspace, 1, 1)->front().at, 30);
        QCOMPARE(changes.ofSubject(m_test->workspace, m_user, 3, 10)->size(), 2U);
        QCOMPARE(changes.lastUntil(m_test->workspace, m_user, {}, 35)->value().seq, 2);
        QVERIFY(!changes.lastUntil(m_test->workspace, m_user, {}, 5)->has_value());
        QVERIFY(changes.lastSeq(WorkspaceId(QStringLiteral("T9"))).error().is(ErrorCode::NotFound));
        QVERIFY(changes.forgetDirectory(m_test->workspace, 2));
        QCOMPARE(*changes.keptAfter(m_test->workspace), 2);
        QCOMPARE(changes.after(m_test->workspace, 0, 10)->size(), 2U);
    }

    void workWaitsUntilItIsConfirmed()
    {
        OutboxStore outbox(m_test->db());
        OutboxItem item;
        item.target = QStringLiteral("webhook");
        item.seq = 5;
        item.payload = "{}";
        QVERIFY(outbox.add(m_test->workspace, item));
        QVERIFY(outbox.add(m_test->workspace, item).error().is(ErrorCode::Conflict));
        QCOMPARE(outbox.due(m_test->workspace, item.target, 0, 10)->size(), 1U);
        QVERIFY(outbox.postpone(m_test->workspace, item.target, 5, 100, QStringLiteral("No answer.")));
        QCOMPARE(outbox.due(m_test->workspace, item.target, 99, 10)->size(), 0U);
        QCOMPARE(outbox.due(m_test->workspace, item.target, 100, 10)->front().attempts, 1);
        QVERIFY(outbox.confirm(m_test->workspace, item.target, 5));
        QCOMPARE(*outbox.count(m_test->workspace), 0);
    }

    void runsThatBeganInOneMomentAreAllPaged()
    {
        SyncStore syncs(m_test->db());
        SyncRun run;
        for (const char* id : {"a", "b", "c", "d", "e"}) {
            run.id = QString::fromLatin1(id);
            run.startedAt = id[0] == 'a' ? 5 : 10;
            QVERIFY(syncs.put(m_test->workspace, run));
        }
        QString seen;
        SyncStore::Position after;
        for (;;) {
            const auto page = syncs.page(m_test->workspace, after, 2);
            QVERIFY(page);
            if (page->empty())
                break;
            for (const SyncRun& one : *page)
                seen += one.id;
            after = {page->back().startedAt, page->back().id};
        }
        QCOMPARE(seen, QStringLiteral("edcba"));
    }

    void syncRunsAndCursorsComeBack()
    {
        SyncStore syncs(m_test->db());
        SyncRun run{QStringLiteral("r1"), SyncKind::Directory, 10,       {},
                    SyncOutcome::Running, {1, 2, 3, 4, 5, 6},  QString()};
        QVERIFY(syncs.put(m_test->workspace, run));
        run.outcome = SyncOutcome::Ok;
        run.finishedAt = 20;
        QVERIFY(syncs.put(m_test->workspace, run));
        QCOMPARE(syncs.find(m_test->workspace, run.id)->value(), run);
        QCOMPARE(syncs.last(m_test->workspace, SyncKind::Directory)->value(), run);
        QVERIFY(!syncs.last(m_test->workspace, SyncKind::Events)->has_value());
        QCOMPARE(syncs.page(m_test->workspace, {}, 10)->size(), 1U);
        QCOMPARE(syncs.page(m_test->workspace, {10, QStringLiteral("r1")}, 10)->size(), 0U);
        QVERIFY(syncs.putCursor(m_test->workspace, {QStringLiteral("users"), run.id, QStringLiteral("dXNlcg=="), 11}));
        QCOMPARE(syncs.cursor(m_test->workspace, QStringLiteral("users"))->value().cursor, QStringLiteral("dXNlcg=="));
        QVERIFY(syncs.removeCursor(m_test->workspace, QStringLiteral("users")));
        QVERIFY(!syncs.cursor(m_test->workspace, QStringLiteral("users"))->has_value());
    }

private:
    static Subject person(const QByteArray& id, const char* name)
    {
        Subject subject;
        subject.id = SubjectId(QString::fromLatin1(id));
        subject.name = QString::fromUtf8(name);
        return subject;
    }

    static QString ids(const std::vector<Subject>& subjects)
    {
        QStringList found;
        for (const Subject& subject : subjects)
            found << subject.id.toString();
        return found.join(QLatin1Char(' '));
    }

    void seed()
    {
        QVERIFY(SubjectStore(m_test->db()).put(m_test->workspace, person("U1", "Ann")));
        CategoryStore categories(m_test->db());
        Category category;
        category.slug = everyCategory();
        QVERIFY(categories.put(m_test->workspace, category));
        category.slug = m_reminders;
        category.parent = CategorySlug(QStringLiteral("news"));
        category.resubscribe = Resubscribe::Never;
        category.onFailure = OnFailure::Deliver;
        category.version = 4;
        QVERIFY(categories.put(m_test->workspace, category));
        QCOMPARE(categories.find(m_test->workspace, m_reminders)->value(), category);
        QCOMPARE(categories.all(m_test->workspace)->size(), 1U);
    }

    const SubjectId m_user{QStringLiteral("U1")};
    const CategorySlug m_reminders{QStringLiteral("reminders")};
    std::unique_ptr<test::ServiceDatabase> m_test;
};

QTEST_GUILESS_MAIN(TestRecordStores)
#include "tst_recordstores.moc"
