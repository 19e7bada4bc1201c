#include "console/engine/cachereader.h"
#include "console/table/filter/subjectquery.h"
#include "console/table/subjecttable.h"
#include "store/transaction.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace refrain;
using namespace refrain::console;

/// What the cache holds is what the tables have, however it gets there.
class CacheReaderTest final : public QObject {
    Q_OBJECT

    static constexpr int people = 3 * SubjectBlock::capacity + 100;
    static constexpr int channels = SubjectBlock::capacity + 1;

    QTemporaryDir m_folder;
    std::unique_ptr<CacheStore> m_cache;
    test::ManualClock m_clock{1'000'000};

    static Category category(const char* slug, int position, bool archived = false)
    {
        Category made;
        made.slug = CategorySlug(QLatin1String(slug));
        made.title = made.slug.toString();
        made.position = position;
        made.archived = archived;
        return made;
    }
    static std::vector<Category> categories()
    {
        return {category("news", 3), category("alarms", 1), category("old", 2, true), category("zebra", 0),
                category("*", 9)};
    }

    static Subject person(int number)
    {
        Subject one;
        one.id = SubjectId(QStringLiteral("U%1").arg(number, 7, 10, QLatin1Char('0')));
        one.name = number % 3 == 0 ? QStringLiteral("Zoë Müller") : QStringLiteral("Person %1").arg(number);
        one.displayName = number % 4 == 0 ? QString() : QStringLiteral("p.%1").arg(number);
        one.email = QStringLiteral("P%1@Acme.test").arg(number);
        one.title = number == 5'000 ? QString(3'999, u'x') + QStringLiteral("äöü") : QString();
        one.tz = QStringLiteral("Europe/Berlin");
        one.deleted = number % 10 == 1;
        one.bot = number % 100 == 2;
        one.addressDead = number % 100 == 3;
        one.role = number % 5 == 0 ? SubjectRole::Guest : SubjectRole::Member;
        // The two accounts of a person lie in different blocks.
        if (number % 4'096 == 17)
            one.person = PersonId(QStringLiteral("P1"));
        if (number % 9 == 0)
            one.formerNames = {QStringLiteral("Jane Doe"), QStringLiteral("Jane Roe")};
        return one;
    }
    static Subject channel(int number)
    {
        Subject one;
        one.id = SubjectId(QStringLiteral("C%1").arg(number, 7, 10, QLatin1Char('0')));
        one.kind = SubjectKind::Channel;
        one.name = QStringLiteral("channel-%1").arg(number);
        one.topic = QStringLiteral("All about <https://acme.test|it> &amp; %1").arg(number);
        one.isPrivate = number % 2 == 0;
        one.archived = number % 7 == 0;
        return one;
    }
    static std::vector<Preference> choices(const Subject& subject, int number)
    {
        std::vector<Preference> made;
        for (const Category& one : categories()) {
            if ((number + one.position) % 5 != 0)
                continue;
            Preference choice;
            choice.subject = subject.id;
            choice.category = one.slug;
            choice.state = number % 2 ? PreferenceState::OptedOut : PreferenceState::OptedIn;
            if (number % 15 == 0)
                choice.snoozedUntil = 2'000'000 + number;
            choice.version = number % 30 == 0 ? 0 : number;
            choice.source = number % 3 ? std::optional(Source::Console) : std::nullopt;
            choice.actor = Actor{ActorKind::SlackUser, number % 2 ? subject.id.toString() : QStringLiteral("U1"), {}};
            choice.at = number % 4 ? std::optional<Millis>(500'000 + number + one.position) : std::nullopt;
            made.push_back(choice);
        }
        return made;
    }

    void compare(const SubjectTable& table, const SubjectTable& expected, const std::vector<Category>& columns)
    {
        QCOMPARE(table.rowCount(), expected.rowCount());
        for (int row = 0; row < table.rowCount(); ++row) {
            QCOMPARE(table.subject(row), expected.subject(row));
            QCOMPARE(table.rowOf(expected.id(row)), row);
            QCOMPARE(table.namesakes(row), expected.namesakes(row));
            QCOMPARE(table.changedAt(row), expected.changedAt(row));
            const auto at = quint32(row);
            QCOMPARE(table.snapshot().block(at).foldedText(row % SubjectBlock::capacity),
                     expected.snapshot().block(at).foldedText(row % SubjectBlock::capacity));
            QCOMPARE(table.snapshot().row(at).starts, expected.snapshot().row(at).starts);
            for (const Category& column : columns)
                QCOMPARE(table.cell(row, *table.columnOf(column.slug)),
                         expected.cell(row, *expected.columnOf(column.slug)));
            QCOMPARE(table.cell(row, SubjectTable::everything), expected.cell(row, SubjectTable::everything));
        }
        const std::atomic_bool never = false;
        for (const char* filter :
             {"by:staff", "by:person", "source:console", "out:alarms", "snoozed:", "mull", "jane"}) {
            const SubjectQuery query = SubjectQuery::parse(QLatin1String(filter), columns);
            QCOMPARE(query.matches(table.snapshot(), never), query.matches(expected.snapshot(), never));
        }
    }

private slots:
    void initTestCase()
    {
        m_cache = CacheStore::open(m_folder.filePath(QStringLiteral("cache.db"))).value();
        QVERIFY(m_cache->setCategories(categories()).ok());
        auto transaction = store::Transaction::begin(m_cache->database());
        const auto write = [this](const Subject& one, int number) {
            QVERIFY(m_cache->upsert(one, 1).ok());
            for (const Preference& choice : choices(one, number))
                QVERIFY(m_cache->upsert(choice, 1).ok());
        };
        for (int number = 0; number < people; ++number)
            write(person(number), number);
        for (int number = 0; number < channels; ++number)
            write(channel(number), number);
        QVERIFY(transaction->commit().ok());
    }

    void theTablesHaveWhatTheCacheHolds_data()
    {
        QTest::addColumn<std::vector<Category>>("before");
        QTest::newRow("the first time") << std::vector<Category>();
        QTest::newRow("after a time with the columns in another order")
            << std::vector{category("gone", 0), category("news", 1), category("zebra", 2), category("alarms", 3)};
    }
    void theTablesHaveWhatTheCacheHolds()
    {
        QFETCH(std::vector<Category>, before);
        SubjectTable readPeople(m_clock);
        SubjectTable readChannels(m_clock);
        for (SubjectTable* table : {&readPeople, &readChannels}) {
            table->setCategories(before);
            table->apply({PackedSubject::of(person(123'456))});
        }
        QSignalSpy added(&readPeople, &SubjectTable::rowsAdded);
        CacheReader reader(*m_cache, [&](const std::shared_ptr<TableBatch>& batch) {
            if (batch->reset) {
                readPeople.reset();
                readChannels.reset();
                readPeople.setCategories(*batch->categories);
                readChannels.setCategories(*batch->categories);
            }
            if (batch->peopleBlock)
                readPeople.apply(*batch->peopleBlock);
            if (batch->channelBlock)
                readChannels.apply(*batch->channelBlock);
            readPeople.apply(batch->people);
            readChannels.apply(batch->channels);
            readPeople.apply(batch->choices);
            readChannels.apply(batch->choices);
        });
        const auto count = reader.read();
        QVERIFY(count.ok());
        QCOMPARE(*count, people + channels);
        QVERIFY2(added.first().at(1).toInt() < 256, "a screenful comes first");

        SubjectTable expectedPeople(m_clock);
        SubjectTable expectedChannels(m_clock);
        const auto fill = [](SubjectTable& table, int rows, const auto& subject) {
            table.setCategories(categories());
            std::vector<PackedSubject> packed;
            std::vector<PackedChoice> chosen;
            for (int number = 0; number < rows; ++number) {
                packed.push_back(PackedSubject::of(subject(number)));
                for (const Preference& choice : choices(subject(number), number))
                    chosen.push_back(PackedChoice::of(choice));
            }
            table.apply(packed);
            table.apply(chosen);
        };
        fill(expectedPeople, people, person);
        fill(expectedChannels, channels, channel);
        compare(readPeople, expectedPeople, columnsOf(categories()));
        compare(readChannels, expectedChannels, columnsOf(categories()));
    }

    void rowsThatWereReadAreWrittenLikeOthers()
    {
        SubjectTable table(m_clock);
        BlockBuilder builder(columnsOf(categories()));
        for (const char* id : {"U1", "U2"}) {
            BlockBuilder::Texts texts;
            texts[PackedSubject::Id] = id;
            texts[PackedSubject::Name] = "Zo\xc3\xab";
            builder.add(texts, SubjectKind::User, SubjectRole::Member, 0);
        }
        builder.choose("U2", "alarms", {PreferenceState::OptedOut, {}, 7}, 99, {});
        builder.choose("U2", "unheard of", {PreferenceState::OptedOut, {}, 8}, 99, {});
        builder.choose("U3", "alarms", {PreferenceState::OptedOut, {}, 9}, 99, {});
        table.setCategories(categories());
        const ReadBlock read = builder.finish();
        table.apply(read);
        const TableSnapshot before = table.snapshot();
        QVERIFY2(before.blocks.front() == read.block, "the UI thread copies no row");
        QCOMPARE(table.namesakes(0), 2);
        QCOMPARE(table.stored(1, *table.columnOf(CategorySlug(QStringLiteral("alarms")))).version, 7);

        Subject other = person(1);
        other.id = SubjectId(QStringLiteral("U1"));
        table.apply({PackedSubject::of(other), PackedSubject::of(person(2))});
        table.apply(
            {PackedChoice{SubjectId(QStringLiteral("U2")), CategorySlug(QStringLiteral("alarms")), {}, 100, {}}});
        QCOMPARE(table.rowCount(), 3);
        QCOMPARE(table.name(0), QStringLiteral("Person 1"));
        QCOMPARE(table.namesakes(1), 1);
        QCOMPARE(table.countOptedOut(*table.columnOf(CategorySlug(QStringLiteral("alarms")))), 0);
        QCOMPARE(before.rowCount, 2);
        QCOMPARE(before.field(0, PackedSubject::Name), std::string_view("Zo\xc3\xab"));
    }
};

QTEST_GUILESS_MAIN(CacheReaderTest)
#include "tst_cachereader.moc"
