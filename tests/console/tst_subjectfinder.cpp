#include "console/find/findjob.h"
#include "console/find/textrank.h"
#include "console/table/fold.h"
#include "console/table/subjecttable.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace refrain;
using namespace refrain::console;

/// Whom a typed or pasted text may mean, the best first.
class SubjectFinderTest final : public QObject {
    Q_OBJECT

    test::ManualClock m_clock;
    SubjectTable m_table{m_clock};

    static Subject person(const char* id, const char* name, const char* handle, const char* email)
    {
        Subject subject;
        subject.id = SubjectId(QLatin1String(id));
        subject.name = QString::fromUtf8(name);
        subject.displayName = QLatin1String(handle);
        subject.email = QLatin1String(email);
        return subject;
    }

    QStringList found(const QString& text, int most = 10)
    {
        const std::atomic_bool never = false;
        QStringList ids;
        for (const FoundSubject& one : findSubjects(m_table.snapshot(), text, most, never))
            ids << m_table.id(int(one.row)).toString();
        return ids;
    }

    /// What looking at one row after the other finds, without any of the finder's short cuts.
    static QStringList foundByLookingAtAll(const SubjectTable& table, const QString& text, int most)
    {
        const TableSnapshot rows = table.snapshot();
        const QList<QByteArray> words = fold(text).split(' ');
        using Hit = std::tuple<int, qsizetype, QByteArray, int>;
        std::vector<Hit> hits;
        for (const bool mayGuess : {false, true}) {
            hits.clear();
            for (int row = 0; row < table.rowCount(); ++row) {
                const std::string_view folded = rows.block(quint32(row)).foldedText(row & (SubjectBlock::capacity - 1));
                int rank = 0;
                int guesses = 0;
                for (const QByteArray& word : words) {
                    const int one = rankOf(folded, word.toStdString());
                    const bool isGuess = one < 0 && mayGuess && isNear(folded, word.toStdString());
                    guesses += isGuess;
                    rank = rank < 0 || (one < 0 && !isGuess) ? -1 : rank + std::max(one, 0);
                }
                if (rank >= 0 && guesses == 0 && rankOf(folded, fold(text).toStdString()) == TextRank::whole)
                    rank = 0;
                const int gone = table.isDeleted(row) ? FoundSubject::gone : 0;
                const QByteArray name = table.name(row).toUtf8();
                if (rank >= 0)
                    hits.emplace_back(rank + guesses * FoundSubject::guess + gone, name.size(), name, row);
            }
            std::sort(hits.begin(), hits.end());
            if (hits.size() >= size_t(std::min(most, 3)) || (!hits.empty() && std::get<0>(hits.front()) == 0))
                break;
        }
        QStringList ids;
        for (const Hit& hit : hits) {
            if (ids.size() < most)
                ids << table.id(std::get<3>(hit)).toString();
        }
        return ids;
    }

private slots:
    void initTestCase()
    {
        Subject gone = person("U0000009", "Bea", "bea9", "bea9@acme.test");
        gone.deleted = true;
        std::vector<PackedSubject> rows;
        for (const Subject& one : {person("U0000001", "Bea Bobson", "bea", "bea@acme.test"),
                                   person("U0000002", "Beatrix Kay", "trixi", "b.kay@acme.test"),
                                   person("U0000003", "Abe Beall", "abe", "abe@acme.test"),
                                   person("U0000004", "Łukasz Wójcik", "lw", "lukasz.wojcik@acme.test"), gone})
            rows.push_back(PackedSubject::of(one));
        m_table.apply(rows);
    }

    void theBestComesFirst_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        const auto row = [](const char* name, const char* typed, const char* first) {
            QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(first);
        };
        row("a handle before the beginning of a name", "bea", "U0000001 U0000002 U0000003 U0000009");
        row("a handle as Slack writes it", "@trixi", "U0000002");
        row("an e-mail address", "b.kay@acme.test", "U0000002");
        row("a pasted address of a mail program", "mailto:bea@acme.test?subject=hi", "U0000001");
        row("an ID", "u0000003", "U0000003");
        row("a mention", "<@U0000003|abe>", "U0000003");
        row("a link to a profile", "https://acme.slack.com/team/U0000002", "U0000002");
        row("initials of both names", "bebo", "U0000001");
        row("two beginnings", "be bo", "U0000001");
        row("without accents", "lukasz woj", "U0000004");
        row("one wrong letter", "bobsen", "U0000001");
        row("two letters swapped", "beatirx", "U0000002");
        row("a letter left out", "wojik", "U0000004");
        row("who has left comes last", "bea9", "U0000009");
        row("nobody", "zzz", "");
    }

    void theBestComesFirst()
    {
        QFETCH(QString, typed);
        QTEST(found(typed).join(u' '), "first");
    }

    void manyRowsAreFoundAsEachAlone_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char* typed :
             {"m",           "e",        "u",    "ma",     "mar",   "maria",      "maria b", "b maria", "m b",
              "maria bason", "bason17@", "17",   "u00017", "mabas", "mb",         "zo thko", "smiht",   "mraia",
              "maria smiht", "nothing",  "acme", "марина", "ма",    "zo\xc3\xab", "e a",     "a e i",   "ba ba ba"})
            QTest::newRow(typed) << QString::fromUtf8(typed);
    }

    void manyRowsAreFoundAsEachAlone()
    {
        QFETCH(QString, typed);
        const QStringList first{QStringLiteral("Maria"),     QStringLiteral("Élodie"), QStringLiteral("Zoë"),
                                QStringLiteral("Margarete"), QStringLiteral("Марина"), QStringLiteral("Bo")};
        const QStringList parts{QStringLiteral("ba"), QStringLiteral("son"), QStringLiteral("smi"),
                                QStringLiteral("th"), QStringLiteral("ko")};
        const auto made = [&](int number) {
            const QString last = parts.at(number % 5) + parts.at(number / 5 % 5);
            const QString name = first.at(number % 6) + u' ' + last;
            Subject one = person(qPrintable(QStringLiteral("U%1").arg(number, 7, 10, QLatin1Char('0'))),
                                 qPrintable(name), qPrintable(last + QString::number(number)),
                                 qPrintable(last + QString::number(number) + QStringLiteral("@acme.test")));
            one.deleted = number % 7 == 3;
            return PackedSubject::of(one);
        };
        SubjectTable table(m_clock);
        std::vector<PackedSubject> rows;
        for (int number = 0; number < 9'000; ++number)
            rows.push_back(made(number));
        table.apply(rows);
        // Some are called otherwise since: their texts lie behind the others.
        rows.clear();
        for (int number = 0; number < 9'000; number += 11) {
            PackedSubject other = made(number + 1);
            const PackedSubject before = made(number);
            other.text.replace(0, other.lengths[PackedSubject::Id],
                               before.text.left(before.lengths[PackedSubject::Id]));
            rows.push_back(other);
        }
        table.apply(rows);
        QCOMPARE(table.rowCount(), 9'000);
        const std::atomic_bool never = false;
        for (const int most : {1, 8, 100}) {
            QStringList ids;
            for (const FoundSubject& one : findSubjects(table.snapshot(), typed, most, never))
                ids << table.id(int(one.row)).toString();
            QCOMPARE(ids, foundByLookingAtAll(table, typed, most));
        }
    }

    void whatIsCancelledFindsNobody()
    {
        const std::atomic_bool always = true;
        QVERIFY(findSubjects(m_table.snapshot(), QStringLiteral("bea"), 8, always).empty());
    }

    void aGuessIsOne()
    {
        const std::atomic_bool never = false;
        QVERIFY(findSubjects(m_table.snapshot(), QStringLiteral("bobsen"), 3, never).front().isGuess());
        QVERIFY(!findSubjects(m_table.snapshot(), QStringLiteral("bebo"), 3, never).front().isGuess());
    }

    void noMoreThanAsked() { QCOMPARE(found(QStringLiteral("bea"), 2).size(), 2); }

    void aCategoryAfterAName_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("whom");
        QTest::addColumn<QString>("categories");
        const auto row = [](const char* name, const char* typed, const char* whom, const char* categories) {
            QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(whom) << QString::fromUtf8(categories);
        };
        row("the beginning of its title", "bea rem", "bea", "reminders");
        row("a word of its title", "bea bobson digest", "bea bobson", "weekly");
        row("two words of it", "bea weekly di", "bea", "weekly");
        row("all of them", "bea all", "bea", "*");
        row("its slug", "bea wee", "bea", "weekly");
        row("one letter is too little", "bea r", "", "");
        row("a name alone", "bea bobson", "", "");
        row("a category alone", "reminders", "", "");
        row("one that is archived", "bea old", "", "");
    }

    void aCategoryAfterAName()
    {
        QFETCH(QString, typed);
        const auto category = [](const char* slug, const char* title, bool archived = false) {
            Category made;
            made.slug = CategorySlug(QLatin1String(slug));
            made.title = QLatin1String(title);
            made.archived = archived;
            return made;
        };
        const std::vector<Category> all{category("reminders", "Reminders"), category("weekly", "Weekly digest"),
                                        category("old", "Old", true)};
        const SpokenChange spoken = SpokenChange::of(typed, all, {QStringLiteral("all")});
        QTEST(spoken.whom, "whom");
        QStringList slugs;
        for (const CategorySlug& slug : spoken.categories)
            slugs << slug.toString();
        QTEST(slugs.join(u' '), "categories");
    }

    void aTitleFitsByTheBeginningsOfItsWords()
    {
        QVERIFY(fitsTitle(QStringLiteral("go act"), QStringLiteral("Go to Activity")));
        QVERIFY(!fitsTitle(QStringLiteral("tivity"), QStringLiteral("Go to Activity")));
        QVERIFY(!fitsTitle(QString(), QStringLiteral("Go to Activity")));
    }
};

QTEST_GUILESS_MAIN(SubjectFinderTest)
#include "tst_subjectfinder.moc"
