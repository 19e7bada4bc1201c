#include "domain/decide.h"

#include <QTest>

#include <functional>

using namespace refrain;

namespace {

constexpr Millis now = 1'770'000'000'000;
constexpr Millis made = now - 86'400'000;
constexpr Millis later = now + 1;

Subject person(const char* id = "U0001")
{
    Subject subject;
    subject.id = SubjectId(QLatin1String(id));
    return subject;
}

Preference choice(PreferenceState state, std::optional<Millis> snoozedUntil = {}, qint64 version = 7)
{
    Preference preference;
    preference.state = state;
    preference.snoozedUntil = snoozedUntil;
    preference.version = version;
    preference.at = made;
    return preference;
}

/// The table of the design once more, row by row, written without looking at decide().
struct NaiveRow {
    const char* rule;
    bool deliver;
    std::function<bool(const Category&, const DecisionFacts&)> when;
};

bool out(const Preference* preference)
{
    return preference != nullptr && preference->state == PreferenceState::OptedOut;
}

bool snoozed(const Preference* preference)
{
    return preference != nullptr && preference->snoozedUntil.has_value() && now < preference->snoozedUntil.value();
}

const std::vector<NaiveRow>& naiveTable()
{
    using C = const Category&;
    using F = const DecisionFacts&;
    static const std::vector<NaiveRow> rows{
        {"unreachable", false,
         [](C, F f) {
             return !f.subject || f.subject->deleted || f.subject->bot || f.subject->archived || f.subject->addressDead;
         }},
        {"required", true, [](C c, F) { return c.required; }},
        {"paused", false, [](C c, F) { return c.paused; }},
        {"opted_out_of_everything", false, [](C, F f) { return out(f.everything); }},
        {"snoozed", false, [](C, F f) { return snoozed(f.own) || snoozed(f.parent) || snoozed(f.everything); }},
        {"opted_out", false, [](C, F f) { return out(f.own); }},
        {"opted_in", true, [](C, F f) { return f.own && f.own->state == PreferenceState::OptedIn; }},
        {"opted_out_of_parent", false, [](C, F f) { return out(f.parent); }},
        {"default_out", false, [](C c, F) { return !c.defaultIn; }},
        {"default_in", true, [](C, F) { return true; }},
    };
    return rows;
}

std::vector<std::optional<Preference>> everyChoice()
{
    std::vector<std::optional<Preference>> all{std::nullopt};
    for (const auto state : {PreferenceState::Default, PreferenceState::OptedIn, PreferenceState::OptedOut})
        for (const std::optional<Millis> end : {std::optional<Millis>(), {now}, {later}})
            all.push_back(choice(state, end));
    return all;
}

std::vector<std::optional<Subject>> everySubject()
{
    std::vector<std::optional<Subject>> all{std::nullopt, person()};
    for (bool Subject::*flag : {&Subject::deleted, &Subject::bot, &Subject::archived, &Subject::addressDead}) {
        Subject subject = person();
        subject.*flag = true;
        all.push_back(subject);
    }
    return all;
}

template <class T>
const T* pointer(const std::optional<T>& value)
{
    return value ? &*value : nullptr;
}

}  // namespace

class TestDecide : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheTableOnEveryCombination()
    {
        int combinations = 0;
        const auto choices = everyChoice();
        for (const auto& subject : everySubject())
            for (int flags = 0; flags < 8; ++flags)
                for (const auto& everything : choices)
                    for (const auto& own : choices)
                        for (const auto& parent : choices) {
                            Category category;
                            category.required = flags & 1;
                            category.paused = flags & 2;
                            category.defaultIn = flags & 4;
                            const DecisionFacts facts{pointer(subject), pointer(everything), pointer(own),
                                                      pointer(parent)};
                            const auto expected =
                                std::find_if(naiveTable().begin(), naiveTable().end(),
                                             [&](const NaiveRow& row) { return row.when(category, facts); });
                            const Decision decision = decide(category, facts, now);
                            ++combinations;
                            if (decision.deliver != expected->deliver ||
                                toString(decision.rule) != QLatin1String(expected->rule))
                                QFAIL(qPrintable(QStringLiteral("combination %1: %2 instead of %3")
                                                     .arg(combinations)
                                                     .arg(toString(decision.rule), QLatin1String(expected->rule))));
                        }
        QCOMPARE(combinations, 6 * 8 * 10 * 10 * 10);
    }

    void namesTheRecordThatDecided_data()
    {
        QTest::addColumn<int>("everything");
        QTest::addColumn<int>("own");
        QTest::addColumn<int>("parent");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<qint64>("version");
        // 0 absent, 1 opted in, 2 opted out, 3 snoozed; versions are 10, 20 and 30
        QTest::newRow("a default has no record") << 0 << 0 << 0 << "default_in" << qint64(0);
        QTest::newRow("out of everything beats all choices") << 2 << 1 << 0 << "opted_out_of_everything" << qint64(10);
        QTest::newRow("the own snooze is told before the others") << 3 << 3 << 3 << "snoozed" << qint64(20);
        QTest::newRow("the parent's snooze before that of everything") << 3 << 1 << 3 << "snoozed" << qint64(30);
        QTest::newRow("the snooze of everything") << 3 << 1 << 0 << "snoozed" << qint64(10);
        QTest::newRow("own choice before the parent's") << 1 << 1 << 2 << "opted_in" << qint64(20);
        QTest::newRow("the parent's where there is no own") << 0 << 0 << 2 << "opted_out_of_parent" << qint64(30);
        QTest::newRow("a parent's opt-in decides nothing") << 0 << 0 << 1 << "default_in" << qint64(0);
    }

    void namesTheRecordThatDecided()
    {
        QFETCH(int, everything);
        QFETCH(int, own);
        QFETCH(int, parent);
        QFETCH(QString, rule);
        QFETCH(qint64, version);
        const auto make = [](int what, qint64 number) -> std::optional<Preference> {
            switch (what) {
                case 1: return choice(PreferenceState::OptedIn, {}, number);
                case 2: return choice(PreferenceState::OptedOut, {}, number);
                case 3: return choice(PreferenceState::Default, later, number);
                default: return std::nullopt;
            }
        };
        const Subject subject = person();
        const auto all = make(everything, 10);
        const auto mine = make(own, 20);
        const auto above = make(parent, 30);
        const Decision decision = decide({}, {&subject, pointer(all), pointer(mine), pointer(above)}, now);
        QCOMPARE(toString(decision.rule), rule);
        QCOMPARE(decision.version, version);
        QCOMPARE(decision.since.has_value(), version != 0);
        QCOMPARE(decision.decidedBy, subject.id);
    }

    void aSnoozeEndsByItself()
    {
        const Subject subject = person();
        const Preference snooze = choice(PreferenceState::OptedIn, later);
        const DecisionFacts facts{&subject, nullptr, &snooze, nullptr};
        QVERIFY(decide({}, facts, now).rule == Rule::Snoozed);
        QVERIFY(decide({}, facts, later).rule == Rule::OptedIn);
    }

    void anUnknownSubjectIsSkippedWithoutRecord()
    {
        Category required;
        required.required = true;
        const Decision decision = decide(required, {}, now);
        QVERIFY(!decision.deliver);
        QVERIFY(decision.rule == Rule::Unreachable);
        QVERIFY(!decision.since);
        QCOMPARE(decision.version, 0);
        QVERIFY(decision.decidedBy.isEmpty());
    }

    void theStrictestOfLinkedSubjectsWins_data()
    {
        QTest::addColumn<QString>("linked");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("decidedBy");
        QTest::newRow("alone") << "in"
                               << "opted_in"
                               << "U0";
        QTest::newRow("the other one is out") << "in out"
                                              << "opted_out"
                                              << "U1";
        QTest::newRow("the asked one is out") << "out in"
                                              << "opted_out"
                                              << "U0";
        QTest::newRow("both out: the asked one is told") << "out out"
                                                         << "opted_out"
                                                         << "U0";
        QTest::newRow("of two skips the earlier rule is told") << "out snoozed"
                                                               << "snoozed"
                                                               << "U1";
        QTest::newRow("all deliver: the asked one is told") << "default in"
                                                            << "default_in"
                                                            << "U0";
        QTest::newRow("the third one is out") << "in default out"
                                              << "opted_out"
                                              << "U2";
        QTest::newRow("another account that left silences nothing") << "in left"
                                                                    << "opted_in"
                                                                    << "U0";
        QTest::newRow("what a left account chose still counts") << "in left-out"
                                                                << "opted_out"
                                                                << "U1";
        QTest::newRow("the address in use is gone") << "left in"
                                                    << "unreachable"
                                                    << "U0";
        QTest::newRow("the address in use is gone and the other is out") << "left out"
                                                                         << "unreachable"
                                                                         << "U0";
    }

    void theStrictestOfLinkedSubjectsWins()
    {
        QFETCH(QString, linked);
        QFETCH(QString, rule);
        QFETCH(QString, decidedBy);
        const QStringList states = linked.split(QLatin1Char(' '));
        std::vector<Subject> subjects;
        std::vector<Preference> choices;
        for (qsizetype i = 0; i < states.size(); ++i) {
            subjects.push_back(person(qPrintable(QStringLiteral("U%1").arg(i))));
            subjects.back().deleted = states[i].startsWith(QLatin1String("left"));
            if (states[i] == QLatin1String("snoozed"))
                choices.push_back(choice(PreferenceState::Default, later));
            else
                choices.push_back(choice(states[i] == QLatin1String("in")           ? PreferenceState::OptedIn
                                         : states[i].endsWith(QLatin1String("out")) ? PreferenceState::OptedOut
                                                                                    : PreferenceState::Default));
        }
        std::vector<DecisionFacts> facts;
        for (size_t i = 0; i < subjects.size(); ++i)
            facts.push_back({&subjects[i], nullptr, &choices[i], nullptr});
        const Decision decision = decideTogether({}, facts, now);
        QCOMPARE(toString(decision.rule), rule);
        QCOMPARE(decision.decidedBy.toString(), decidedBy);
    }

    void ruleNamesGoBothWays()
    {
        for (int i = 0; i <= int(Rule::DefaultIn); ++i)
            QCOMPARE(ruleFromString(toString(Rule(i))), std::optional<Rule>(Rule(i)));
        QVERIFY(!ruleFromString(QStringLiteral("maybe")));
    }
};

QTEST_GUILESS_MAIN(TestDecide)
#include "tst_decide.moc"
