#include "console/find/findjob.h"
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
