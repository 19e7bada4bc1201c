#include "service/usecases/decider.h"

#include "service/usecases/profilealias.h"
#include "store/categorystore.h"
#include "tests/service/record.h"
#include "tests/support/testseed.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace refrain;
using namespace refrain::service;
using test::Record;

namespace {

const CategorySlug reminders{QStringLiteral("reminders")};

std::vector<SubjectId> people(int count, int repeat = 1)
{
    std::vector<SubjectId> ids;
    for (int i = 0; i < count * repeat; ++i)
        ids.emplace_back(QStringLiteral("U%1").arg(i % count));
    return ids;
}

}  // namespace

class TestDecider : public QObject {
    Q_OBJECT

private slots:
    void init() { m_record = std::make_unique<Record>(); }
    void cleanup() { m_record.reset(); }

    void answersInTheOrderOfTheQuestion()
    {
        change("U1", "reminders", "opted_out");
        change("U2", "*", "opted_out");
        std::vector<SubjectId> asked = people(3);
        asked.push_back(asked[1]);
        asked.emplace_back(QStringLiteral("U404"));
        const auto decided = m_record->decider.decide(m_record->workspace, reminders, asked);
        QVERIFY(decided);
        QCOMPARE(rules(*decided), QStringLiteral("default_in opted_out opted_out_of_everything opted_out unreachable"));
        QCOMPARE(decided->items[0].version, 0);
        QVERIFY(!decided->items[0].since && !decided->items[4].since);
        QCOMPARE(decided->items[1].since, std::optional<Millis>(m_record->clock.now()));
        QCOMPARE(decided->seq, *store::ChangeStore(m_record->db()).lastSeq(m_record->workspace));
        QCOMPARE(decided->category.slug, reminders);
    }

    void whatCannotBeDecidedIsNoYes_data()
    {
        QTest::addColumn<QString>("category");
        QTest::addColumn<qint64>("asOfShift");
        QTest::addRow("an unknown category") << "nothing" << qint64(0);
        QTest::addRow("an archived category") << "surveys" << qint64(0);
        QTest::addRow("a time to come") << "reminders" << qint64(1);
        QTest::addRow("a category that did not exist then") << "reminders" << qint64(-1);
    }

    void whatCannotBeDecidedIsNoYes()
    {
        QFETCH(QString, category);
        QFETCH(qint64, asOfShift);
        QVERIFY(m_record->categories.edit(m_record->workspace, CategorySlug(QStringLiteral("surveys")),
                                          [](Category& surveys) { surveys.archived = true; }, {}));
        const std::optional<Millis> asOf = asOfShift ? std::optional(m_record->clock.now() + asOfShift) : std::nullopt;
        for (const int count : {1, 100}) {
            const auto decided =
                m_record->decider.decide(m_record->workspace, CategorySlug(category), people(1, count), asOf);
            QVERIFY(!decided);
            QVERIFY(decided.error().is(ErrorCode::Invalid));
        }
    }

    void linkedPeopleAreDecidedTogether()
    {
        const EditContext context = linking();
        const auto person = m_record->persons.link(
            m_record->workspace, {SubjectId(QStringLiteral("U1")), SubjectId(QStringLiteral("U2"))}, context);
        QVERIFY(person);
        change("U2", "reminders", "opted_out");
        QCOMPARE(bothWays(3), QStringLiteral("default_in opted_out opted_out"));
        const auto decided = m_record->decider.decide(m_record->workspace, reminders, people(2));
        QCOMPARE(decided->items[1].decidedBy.toString(), QStringLiteral("U2"));
        QVERIFY(m_record->persons.unlink(m_record->workspace, *person, context));
        QCOMPARE(bothWays(3), QStringLiteral("default_in default_in opted_out"));
        QVERIFY(m_record->persons.unlink(m_record->workspace, *person, context).error().is(ErrorCode::NotFound));
    }

    void aProfileIsDecidedTogetherWithWhatItIsAnAliasOf()
    {
        addProfile("ann@shop", "U1");
        QCOMPARE(bothWays({"ann@shop", "U1", "U2"}), QStringLiteral("default_in default_in default_in"));
        change("U1", "reminders", "opted_out");
        QCOMPARE(bothWays({"ann@shop", "U1", "U2"}), QStringLiteral("opted_out opted_out default_in"));
        change("U1", "reminders", "default");
        change("ann@shop", "*", "opted_out");
        QCOMPARE(bothWays({"ann@shop", "U1", "U2"}),
                 QStringLiteral("opted_out_of_everything opted_out_of_everything default_in"));
        addProfile("ann@shop", "U2");
        QCOMPARE(bothWays({"ann@shop", "U1", "U2"}),
                 QStringLiteral("opted_out_of_everything default_in opted_out_of_everything"));
        QVERIFY(m_record->persons.link(m_record->workspace,
                                       {SubjectId(QStringLiteral("U2")), SubjectId(QStringLiteral("U3"))}, linking()));
        QCOMPARE(bothWays({"U3", "U4"}), QStringLiteral("opted_out_of_everything default_in"));
        addProfile("ann@shop", "");
        QCOMPARE(bothWays({"ann@shop", "U2", "U3"}), QStringLiteral("opted_out_of_everything default_in default_in"));
    }

    void aProfileThatIsNoSubjectIsDecidedByItsAlias()
    {
        storeProfile("channel_general", "U1");
        storeProfile("nobody@shop", "");
        QCOMPARE(bothWays({"channel_general", "nobody@shop"}), QStringLiteral("default_in unreachable"));
        change("U1", "reminders", "opted_out");
        QCOMPARE(bothWays({"channel_general", "U1"}), QStringLiteral("opted_out opted_out"));
    }

    void onlyTheAddressInUseCanBeOutOfReach()
    {
        addProfile("ann@shop", "U2");
        QVERIFY(m_record->persons.link(m_record->workspace,
                                       {SubjectId(QStringLiteral("U1")), SubjectId(QStringLiteral("U2"))}, linking()));
        leave(1);
        // Another account that left silences neither the living one nor the profile that stands for it.
        QCOMPARE(bothWays({"U1", "U2", "ann@shop"}), QStringLiteral("unreachable default_in default_in"));
        change("U1", "reminders", "opted_out");
        QCOMPARE(bothWays({"U1", "U2", "ann@shop"}), QStringLiteral("unreachable opted_out opted_out"));
        leave(2);
        QCOMPARE(bothWays({"U2", "ann@shop"}), QStringLiteral("unreachable unreachable"));
    }

    void thePastIsDecidedByTheLinksThatHeldThen()
    {
        const Millis start = m_record->clock.now();
        const auto at = [&](int seconds) {
            const std::vector<SubjectId> asked{SubjectId(QStringLiteral("U1")), SubjectId(QStringLiteral("U2")),
                                               SubjectId(QStringLiteral("ann@shop"))};
            return rules(*m_record->decider.decide(m_record->workspace, reminders, asked, start + seconds * 1000));
        };
        addProfile("ann@shop", "");
        change("U1", "reminders", "opted_out");
        m_record->clock.advance(std::chrono::seconds(10));
        const auto person = m_record->persons.link(
            m_record->workspace, {SubjectId(QStringLiteral("U1")), SubjectId(QStringLiteral("U2"))}, linking());
        QVERIFY(person);
        m_record->clock.advance(std::chrono::seconds(10));
        storeProfile("ann@shop", "U2");
        m_record->clock.advance(std::chrono::seconds(10));
        QVERIFY(m_record->persons.unlink(m_record->workspace, *person, linking()));
        m_record->clock.advance(std::chrono::seconds(10));
        storeProfile("ann@shop", "U1");
        QCOMPARE(at(0), QStringLiteral("opted_out default_in default_in"));
        QCOMPARE(at(10), QStringLiteral("opted_out opted_out default_in"));
        QCOMPARE(at(20), QStringLiteral("opted_out opted_out opted_out"));
        QCOMPARE(at(30), QStringLiteral("opted_out default_in default_in"));
        QCOMPARE(at(40), QStringLiteral("opted_out default_in opted_out"));
    }

    void thePastIsDecidedByWhatHeldThen()
    {
        const Millis start = m_record->clock.now();
        m_record->clock.advance(std::chrono::seconds(10));
        change("U1", "reminders", "opted_out");
        m_record->clock.advance(std::chrono::seconds(10));
        Subject gone = Record::person(2);
        gone.deleted = true;
        gone.updatedAt = 2;
        QVERIFY(m_record->directory.put(m_record->workspace, {{gone}, {}, {}}));
        QVERIFY(
            m_record->categories.edit(m_record->workspace, reminders, [](Category& c) { c.defaultIn = false; }, {}));
        m_record->clock.advance(std::chrono::seconds(10));
        change("U1", "reminders", "default");
        QCOMPARE(rules(*m_record->decider.decide(m_record->workspace, reminders, people(3))),
                 QStringLiteral("default_out default_out unreachable"));
        const auto at = [&](int seconds) {
            return rules(*m_record->decider.decide(m_record->workspace, reminders, people(3), start + seconds * 1000));
        };
        QCOMPARE(at(0), QStringLiteral("default_in default_in default_in"));
        QCOMPARE(at(10), QStringLiteral("default_in opted_out default_in"));
        QCOMPARE(at(20), QStringLiteral("default_out opted_out unreachable"));
        QCOMPARE(at(30), QStringLiteral("default_out default_out unreachable"));
    }

    void theIndexNeverDiffersFromTheTables()
    {
        std::mt19937_64 random(test::seed());
        const auto pick = [&](int count) { return int(random() % quint64(count)); };
        const EditContext context = linking();
        PersonId last;
        for (int step = 0; step < (test::runInFull() ? 1'000 : 150); ++step) {
            const QByteArray subject = "U" + QByteArray::number(pick(10));
            const char* states[] = {"opted_out", "opted_in", "default"};
            switch (pick(7)) {
                case 0: change(subject.constData(), "*", pick(2) ? "opted_out" : "default"); break;
                case 1: change(subject.constData(), "surveys", states[pick(3)]); break;
                case 2: {
                    Subject news = Record::person(pick(12));
                    news.deleted = pick(3) == 0;
                    news.updatedAt = 10 + step;
                    QVERIFY(m_record->directory.put(m_record->workspace, {{news}, {}, {}}));
                    break;
                }
                case 3: {
                    const auto linked = m_record->persons.link(m_record->workspace,
                                                               {SubjectId(QStringLiteral("U%1").arg(pick(5))),
                                                                SubjectId(QStringLiteral("U%1").arg(5 + pick(5)))},
                                                               context);
                    QVERIFY(linked);
                    last = *linked;
                    break;
                }
                case 4:
                    if (!last.isEmpty() && m_record->persons.unlink(m_record->workspace, last, context))
                        last = {};
                    break;
                case 5: storeProfile(pick(2) ? "ann@shop" : "U11", pick(3) ? subject.constData() : ""); break;
                default: change(subject.constData(), "reminders", states[pick(3)]);
            }
            if (step == 70)
                QVERIFY(m_record->categories.edit(
                    m_record->workspace, reminders,
                    [](Category& c) { c.parent = CategorySlug(QStringLiteral("surveys")); }, {}));
            if (bothWays(12).isEmpty())
                QFAIL(qPrintable(QStringLiteral("at step %1").arg(step)));
        }
    }

    void aDeadAddressOfAProfileSilencesTheProfileAlone()
    {
        addProfile("channel_general", "U1");
        const SubjectId profile(QStringLiteral("channel_general"));
        QVERIFY(m_record->directory.setAddressDead(m_record->workspace, profile, true));
        QCOMPARE(bothWays({"channel_general", "U1"}), QStringLiteral("unreachable default_in"));
        QVERIFY(m_record->directory.setAddressDead(m_record->workspace, profile, false));
        QCOMPARE(bothWays({"channel_general", "U1"}), QStringLiteral("default_in default_in"));
    }

    void manyInOneCall()
    {
        Record large(0);
        const int count = test::runInFull() ? 100'000 : 20'000;
        QElapsedTimer time;
        time.start();
        for (int from = 0; from < count; from += 1'000) {
            DirectoryWriter::Page page;
            for (int i = from; i < from + 1'000; ++i)
                page.subjects.push_back(Record::person(i));
            QVERIFY(large.directory.put(large.workspace, page));
        }
        qInfo("%d people written: %lld ms", count, time.restart());
        for (int from = 0; from < count; from += 10'000) {
            std::vector<ChangeRequest> requests;
            for (int i = from; i < from + 10'000; i += 20)
                requests.push_back(Record::wish(qPrintable(QStringLiteral("U%1").arg(i)), "reminders", "opted_out"));
            QVERIFY(large.preferences.applyAll(large.workspace, requests, BatchMode::Each));
        }
        qInfo("%d choices in batches of 500: %lld ms", count / 20, time.restart());
        const std::vector<SubjectId> asked = people(count);
        const auto first = large.decider.decide(large.workspace, reminders, asked);
        qInfo("%d decisions, index loaded first: %lld ms", count, time.restart());
        const auto again = large.decider.decide(large.workspace, reminders, asked);
        qInfo("%d decisions, index at hand: %lld ms", count, time.restart());
        QVERIFY(large.preferences.apply(large.workspace, Record::wish("U1", "reminders", "opted_out")));
        time.restart();
        const auto fresh = large.decider.decide(large.workspace, reminders, asked);
        qInfo("%d decisions after one change: %lld ms", count, time.restart());
        int skipped = 0;
        for (const Decision& decision : fresh->items)
            skipped += decision.deliver ? 0 : 1;
        QCOMPARE(skipped, count / 20 + 1);
        StoredFacts tables(large.db(), large.workspace);
        const auto stored = decideEach(tables, fresh->category, asked, large.clock.now());
        qInfo("%d decisions from the tables: %lld ms", count, time.restart());
        QVERIFY(*stored == fresh->items);
        const auto past = large.decider.decide(large.workspace, reminders, people(1'000), large.clock.now());
        qInfo("1000 decisions about the past: %lld ms", time.restart());
        QVERIFY(past);
        const auto digest = large.reader.digest(large.workspace, {}, {});
        qInfo("digest of %lld preferences: %lld ms", digest->digest.count(), time.restart());
    }

private:
    void change(const char* subject, const char* category, const char* state)
    {
        QVERIFY(m_record->preferences.apply(m_record->workspace, Record::wish(subject, category, state)));
    }

    static QString rules(const Decisions& decisions)
    {
        QStringList found;
        for (const Decision& decision : decisions.items)
            found << toString(decision.rule);
        return found.join(QLatin1Char(' '));
    }

    /// The rules for the first people, by tables and by index; nothing where the two differ.
    QString bothWays(int count) { return bothWays(people(count)); }

    QString bothWays(std::initializer_list<const char*> ids)
    {
        std::vector<SubjectId> asked;
        for (const char* id : ids)
            asked.emplace_back(QString::fromLatin1(id));
        return bothWays(asked);
    }

    QString bothWays(const std::vector<SubjectId>& asked)
    {
        auto stored = m_record->decider.decide(m_record->workspace, reminders, asked);
        std::vector<SubjectId> many = asked;
        while (many.size() <= Decider::fewSubjects)
            many.insert(many.end(), asked.begin(), asked.end());
        auto indexed = m_record->decider.decide(m_record->workspace, reminders, many);
        indexed->items.resize(asked.size());
        return stored->items == indexed->items && stored->seq == indexed->seq ? rules(*stored) : QString();
    }

    static EditContext linking() { return {Source::Console, Actor{}, QStringLiteral("same person"), {}}; }

    void storeProfile(const char* distinctId, const char* aliasOf)
    {
        store::Profile profile;
        profile.distinctId = QString::fromLatin1(distinctId);
        profile.addressKind = QStringLiteral("user_id");
        profile.aliasOf = SubjectId(QString::fromLatin1(aliasOf));
        QVERIFY(m_record->writer.write<void>(m_record->workspace, [&](WorkspaceTransaction& transaction) {
            return putProfile(transaction, m_record->vault, profile, linking());
        }));
    }

    void leave(int number)
    {
        Subject subject = Record::person(number);
        subject.deleted = true;
        QVERIFY(m_record->directory.put(m_record->workspace, {{subject}, {}, {}}));
    }

    /// With a subject of its own, so that it can be opted out by itself.
    void addProfile(const char* distinctId, const char* aliasOf)
    {
        Subject subject = Record::person(0);
        subject.id = SubjectId(QString::fromLatin1(distinctId));
        subject.kind = SubjectKind::Profile;
        QVERIFY(m_record->directory.put(m_record->workspace, {{subject}, {}, {}}));
        storeProfile(distinctId, aliasOf);
    }

    std::unique_ptr<Record> m_record;
};

QTEST_GUILESS_MAIN(TestDecider)
#include "tst_decider.moc"
