#include "console/table/filter/filteroffers.h"
#include "console/table/filter/filtertokens.h"
#include "console/table/filter/subjectquery.h"
#include "console/table/subjecttable.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace refrain;
using namespace refrain::console;

namespace {

constexpr Millis day = 24LL * 3'600'000;
const std::atomic_bool running = false;

Category category(const char* slug, const char* title, bool required = false)
{
    Category made;
    made.slug = CategorySlug(QLatin1String(slug));
    made.title = QLatin1String(title);
    made.required = required;
    return made;
}

std::vector<Category> columns()
{
    return {category("reminders", "Reminders"), category("news", "Company news"),
            category("security", "Security", true)};
}

}  // namespace

/// The filter's language: what lets whom through, what is offered while it is typed, and what is said of mistakes.
class TestFilter : public QObject {
    Q_OBJECT

    test::ManualClock m_clock;
    std::unique_ptr<SubjectTable> m_table;

    void add(const char* id, const char* name, SubjectRole role = SubjectRole::Member, bool deleted = false,
             const char* person = "")
    {
        Subject made;
        made.id = SubjectId(QLatin1String(id));
        made.name = QString::fromUtf8(name);
        made.role = role;
        made.deleted = deleted;
        made.person = PersonId(QLatin1String(person));
        m_table->apply({PackedSubject::of(made)});
    }
    void choose(const char* id, const char* slug, PreferenceState state, Source source, ActorKind actor,
                Millis ago = day, Millis snoozed = 0)
    {
        Preference made;
        made.subject = SubjectId(QLatin1String(id));
        made.category = CategorySlug(QLatin1String(slug));
        made.state = state;
        made.version = 1;
        made.source = source;
        made.actor = Actor{actor, actor == ActorKind::SlackUser ? QLatin1String(id) : QLatin1String("x"), {}};
        made.at = m_clock.now() - ago;
        if (snoozed > 0)
            made.snoozedUntil = m_clock.now() + snoozed;
        m_table->apply({PackedChoice::of(made)});
    }
    [[nodiscard]] QString found(const QString& filter) const
    {
        const SubjectQuery query = SubjectQuery::parse(filter, m_table->categories());
        const TableSnapshot table = m_table->snapshot();
        const std::vector<char> matches = query.matches(table, running);
        QStringList names;
        for (quint32 row = 0; row < matches.size(); ++row) {
            if (bool(matches[row]) != query.matchesRow(table, row))
                return QStringLiteral("the short way and the long way differ");
            if (matches[row])
                names << m_table->name(int(row)).section(u' ', 0, 0);
        }
        return names.join(u' ');
    }

private slots:
    void initTestCase()
    {
        m_table = std::make_unique<SubjectTable>(m_clock);
        m_table->setCategories(columns());
        add("U1", "Amara Okafor", SubjectRole::Admin);
        add("U2", "Bea Bobson");
        add("U3", "Carol Danvers", SubjectRole::Guest, true);
        add("U4", "Dora Orlando");
        add("U5", "Élodie Bobson", SubjectRole::Guest);
        add("U6", "Finn Linked", SubjectRole::Member, false, "P1");
        add("U7", "Gina Linked", SubjectRole::Member, false, "P1");
        choose("U2", "reminders", PreferenceState::OptedOut, Source::SlashCommand, ActorKind::SlackUser, 2 * day);
        choose("U2", "news", PreferenceState::OptedIn, Source::Console, ActorKind::ConsoleUser);
        choose("U3", "reminders", PreferenceState::OptedOut, Source::Console, ActorKind::ConsoleUser, 40 * day);
        choose("U4", "news", PreferenceState::Default, Source::AppHome, ActorKind::SlackUser, day, day);
        choose("U5", "*", PreferenceState::OptedOut, Source::Import, ActorKind::ApiKey, 10 * day);
        choose("U6", "reminders", PreferenceState::OptedOut, Source::Link, ActorKind::SlackUser);
    }

    void letsThrough_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("names");
        const auto row = [](const char* name, const char* filter, const char* names) {
            QTest::newRow(name) << QString::fromUtf8(filter) << QString::fromUtf8(names);
        };
        row("nothing lets all through", " ", "Amara Bea Carol Dora Élodie Finn Gina");
        row("words must all occur", "bobson bea", "Bea");
        row("accents and case do not count", "ELODIE", "Élodie");
        row("quotes keep words together", "\"bea bob\"", "Bea");
        row("a quote that is not closed", "\"bea bob", "Bea");
        row("a minus before a word", "bobson -bea", "Élodie");
        row("a minus before an exact text", "bobson -\"bea b\"", "Élodie");
        row("a hyphen within a word is none", "bob-son", "");
        row("or", "bea or carol", "Bea Carol");
        row("or in capitals", "bea OR carol", "Bea Carol");
        row("or binds less than a blank", "bobson is:guest or okafor is:admin", "Amara Élodie");
        row("or at the beginning is a word", "or dora", "Dora");
        row("guests", "is:guest", "Carol Élodie");
        row("no guests", "-is:guest is:member", "Bea Dora Finn Gina");
        row("who left", "is:deleted", "Carol");
        row("admins", "is:admin", "Amara");
        row("linked", "is:linked", "Finn Gina");
        row("out of one, the linked one too", "out:reminders", "Bea Carol Finn Gina");
        row("out, by the category's title", "out:\"reminders\"", "Bea Carol Finn Gina");
        row("in, by a title of two words", "in:\"Company News\"", "Bea");
        row("out of anything", "out:", "Bea Carol Élodie Finn Gina");
        row("out of everything", "out:*", "Élodie");
        row("not out", "-out: -is:admin", "Dora");
        row("snoozed", "snoozed:", "Dora");
        row("snoozed of one", "snoozed:reminders", "");
        row("changed lately", "changed:<7d", "Bea Dora Finn");
        row("changed lately without a sign", "changed:7d", "Bea Dora Finn");
        row("changed in weeks", "changed:<1w", "Bea Dora Finn");
        row("changed long ago", "changed:>30d", "Carol");
        row("never changed", "changed:never", "Amara Gina");
        row("ever changed", "changed: is:guest", "Carol Élodie");
        row("any choice of staff", "by:staff", "Bea Carol");
        row("that very choice by staff", "out:reminders by:staff", "Carol");
        row("that very choice by themselves", "out:reminders by:person", "Bea Finn");
        row("through an API key", "by:api", "Élodie");
        row("with a slash command", "source:slash", "Bea");
        row("in a direct message", "source:dm", "");
        row("not with a slash command", "out:reminders -source:slash", "Carol Finn");
        row("a choice that was not imported", "-source:import out:", "Bea Carol Finn");
        row("no import at all", "-source:import is:guest", "Carol");
        row("a colon that means nothing is a word", "U1:2", "");
    }
    void letsThrough()
    {
        QFETCH(QString, filter);
        QFETCH(QString, names);
        QCOMPARE(found(filter), names);
    }

    void saysWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("mended");
        QTest::newRow("a category mistyped")
            << QStringLiteral("bea out:remindrs x")
            << QStringLiteral("There is no category named “remindrs”. Did you mean reminders?")
            << QStringLiteral("bea out:reminders x");
        QTest::newRow("a category mistyped, turned round")
            << QStringLiteral("-out:nwes ") << QStringLiteral("There is no category named “nwes”. Did you mean news?")
            << QStringLiteral("-out:news ");
        QTest::newRow("a category that nothing is like")
            << QStringLiteral("out:payroll ") << QStringLiteral("There is no category named “payroll”.") << QString();
        QTest::newRow("no such mark") << QStringLiteral("is:gest ")
                                      << QStringLiteral("“gest” says nothing after “is:”. Did you mean guest?")
                                      << QStringLiteral("is:guest ");
        QTest::newRow("nothing like it")
            << QStringLiteral("by:magic ")
            << QStringLiteral("“magic” says nothing after “by:”. What can stand there: person, staff, api, system.")
            << QString();
        QTest::newRow("no time")
            << QStringLiteral("changed:soon ")
            << QStringLiteral(
                   "“soon” is no length of time. Write changed:<7d for the last 7 days or changed:>30d for "
                   "longer ago, with h, d or w for hours, days or weeks.")
            << QString();
        QTest::newRow("members are not known")
            << QStringLiteral("member:#general")
            << QStringLiteral(
                   "Who is in which channel is not known here: Slack is asked only when something is sent "
                   "to a channel's members, and no list of them is kept.")
            << QString();
    }
    void saysWhatItDoesNotUnderstand()
    {
        QFETCH(QString, filter);
        QFETCH(QString, sentence);
        QFETCH(QString, mended);
        const SubjectQuery query = SubjectQuery::parse(filter, columns());
        QVERIFY(query.problem());
        QCOMPARE(query.hint(), sentence);
        QVERIFY(!query.problem()->isUnfinished);
        QVERIFY2(found(filter).isEmpty(), "what is not understood lets nobody through");
        const QString instead = query.problem()->suggestion;
        QCOMPARE(instead.isEmpty() ? QString()
                                   : QString(filter).replace(query.problem()->start, query.problem()->length, instead),
                 mended);
    }

    void whatIsBeingTypedIsNoMistake_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("isUnfinished");
        QTest::newRow("the beginning of a category") << QStringLiteral("bea out:remi") << true;
        QTest::newRow("the beginning of a mark") << QStringLiteral("is:g") << true;
        QTest::newRow("a key alone") << QStringLiteral("by:") << true;
        QTest::newRow("a time without its unit") << QStringLiteral("changed:<7") << true;
        QTest::newRow("a time that is not begun") << QStringLiteral("changed:<") << true;
        QTest::newRow("or at the end") << QStringLiteral("dora or") << true;
        QTest::newRow("or at the end, and nothing comes") << QStringLiteral("dora or  ") << false;
        QTest::newRow("a quote that nobody closes") << QStringLiteral("dora \"bea  ") << false;
        QTest::newRow("with more behind it") << QStringLiteral("out:remi bea") << false;
        QTest::newRow("with a blank behind it") << QStringLiteral("out:remi ") << false;
        QTest::newRow("the beginning of nothing") << QStringLiteral("out:remx") << false;
    }
    void whatIsBeingTypedIsNoMistake()
    {
        QFETCH(QString, filter);
        QFETCH(bool, isUnfinished);
        const auto query = SubjectQuery::parse(filter, columns());
        QVERIFY(query.problem());
        QCOMPARE(query.problem()->isUnfinished, isUnfinished);
    }

    /// A filter is read again with each letter, and each beginning must be bearable.
    void everyBeginningCanBeRead()
    {
        const QString all = QStringLiteral(
            "-\"a b\" is:guest or out:reminders in:* snoozed:surveys changed:<7d changed:>3w "
            "by:staff source:slash pending: member:#general -is:admin changed:never or");
        for (qsizetype length = 0; length <= all.size(); ++length) {
            const QString begun = all.left(length);
            (void)SubjectQuery::parse(begun, columns());
            (void)SubjectQuery::parse(begun.mid(begun.lastIndexOf(u' ') + 1), columns());
        }
    }

    void offers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("offers");
        QTest::addColumn<QString>("taken");
        const auto row = [](const char* name, const char* text, const char* offers, const char* taken) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(offers) << QString::fromUtf8(taken);
        };
        row("nothing for a name", "bea|", "", "");
        row("nothing for one letter", "o|", "", "");
        row("a key", "bea so|", "source:", "bea source:|");
        row("a key turned round", "-ou|", "-out:", "-out:|");
        row("values of a key", "out:|", "out:reminders out:news out:*", "out:reminders |");
        row("a value begun", "bea out:n|", "out:news", "bea out:news |");
        row("a value by its title", "out:comp|", "out:news", "out:news |");
        row("in the middle of a filter", "bea is:gu| x", "is:guest", "bea is:guest |x");
        row("nothing for what is whole", "out:news|", "", "");
        row("nothing between quotes", "\"ou|", "", "");
        row("nobody is opted in to everything", "in:|", "in:reminders in:news", "in:reminders |");
    }
    void offers()
    {
        QFETCH(QString, text);
        QFETCH(QString, offers);
        QFETCH(QString, taken);
        const qsizetype cursor = text.indexOf(u'|');
        text.remove(u'|');
        const FilterOffers found = offersAt(text, cursor, columns(), false);
        QStringList words;
        for (const FilterWord& one : found.offers)
            words << one.word;
        QCOMPARE(words.join(u' '), offers);
        if (!words.isEmpty()) {
            auto [after, place] = found.taken(text, 0);
            QCOMPARE(after.insert(place, u'|'), taken);
        }
    }
    void allIsOfferedToWhoAsks()
    {
        QCOMPARE(offersAt({}, 0, columns(), false).offers.size(), size_t(0));
        QCOMPARE(offersAt({}, 0, columns(), true).offers.size(), filterKeys().size());
        QCOMPARE(offersAt(QStringLiteral("bea "), 4, columns(), true).offers.size(), filterKeys().size());
    }

    void termsAreToggledAsWholes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("after");
        QTest::newRow("put in front") << QStringLiteral("bea") << QStringLiteral("out:news bea");
        QTest::newRow("taken out") << QStringLiteral("bea out:news x") << QStringLiteral("bea x");
        QTest::newRow("taken out in another spelling") << QStringLiteral("OUT:News") << QString();
        QTest::newRow("an exact text that looks so stays")
            << QStringLiteral("\"out:news\"") << QStringLiteral("out:news \"out:news\"");
        QTest::newRow("turned round it is another")
            << QStringLiteral("-out:news") << QStringLiteral("out:news -out:news");
    }
    void termsAreToggledAsWholes()
    {
        QFETCH(QString, text);
        QFETCH(QString, after);
        QCOMPARE(withTermToggled(text, QStringLiteral("out:news")), after);
    }
};

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
