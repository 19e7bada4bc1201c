#include "console/desk/subjectdetail.h"

#include <QTest>

using namespace refrain;
using namespace refrain::console;

namespace {

constexpr Millis now = 1'777'795'920'000;  // 3 May 2026, 10:12 in Berlin

}  // namespace

/// The words of the details: one vocabulary, and fit for channels too.
class TestWording : public QObject {
    Q_OBJECT

    const Wording m_wording{QTimeZone("Europe/Berlin")};

    static Category reminders()
    {
        Category made;
        made.slug = CategorySlug(QStringLiteral("reminders"));
        made.title = QStringLiteral("Reminders");
        return made;
    }

private slots:
    void whoMayTurnItBack_data()
    {
        QTest::addColumn<SubjectKind>("kind");
        QTest::addColumn<Source>("source");
        QTest::addColumn<RequestedBy>("requestedBy");
        QTest::addColumn<Resubscribe>("policy");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, SubjectKind kind, Source source, RequestedBy by, Resubscribe policy,
                            const char* said) {
            QTest::newRow(name) << kind << source << by << policy << QString::fromUtf8(said);
        };
        row("a person's own word", SubjectKind::User, Source::SlashCommand, RequestedBy::Person, Resubscribe::UserOnly,
            "Only Bea can turn it back on.");
        row("a channel's own word", SubjectKind::Channel, Source::SlashCommand, RequestedBy::Person,
            Resubscribe::UserOnly, "Only those who manage #Bea can turn it back on, in Slack.");
        row("noted down by staff for the person", SubjectKind::User, Source::Console, RequestedBy::Person,
            Resubscribe::UserOnly, "Only Bea can turn it back on.");
        row("staff's own doing", SubjectKind::User, Source::Console, RequestedBy::Staff, Resubscribe::UserOnly, "");
        row("a system's doing", SubjectKind::User, Source::Api, RequestedBy::Staff, Resubscribe::UserOnly, "");
        row("anyone may", SubjectKind::User, Source::SlashCommand, RequestedBy::Person, Resubscribe::Anyone, "");
        row("nobody may", SubjectKind::User, Source::SlashCommand, RequestedBy::Person, Resubscribe::Never,
            "Nobody can turn it back on.");
    }

    void whoMayTurnItBack()
    {
        QFETCH(SubjectKind, kind);
        QFETCH(Source, source);
        QFETCH(RequestedBy, requestedBy);
        QFETCH(Resubscribe, policy);
        Subject subject;
        subject.kind = kind;
        subject.name = QStringLiteral("Bea");
        Category category = reminders();
        category.resubscribe = policy;
        Preference preference;
        preference.state = PreferenceState::OptedOut;
        preference.source = source;
        preference.requestedBy = requestedBy;
        QTEST(m_wording.turnBack(category, preference, subject, 0), "said");
    }

    void whoWroteItDownMayCorrectItForAWhile()
    {
        Category category;
        category.slug = CategorySlug(QStringLiteral("reminders"));
        Subject bea;
        bea.name = QStringLiteral("Bea");
        Preference preference;
        preference.version = 1;
        preference.state = PreferenceState::OptedOut;
        preference.source = Source::Console;
        preference.requestedBy = RequestedBy::Person;
        preference.actor = Actor{ActorKind::ConsoleUser, QStringLiteral("U2"), QStringLiteral("Abe")};
        preference.correctableUntil = 15 * 60 * 1000;
        QVERIFY(m_wording.turnBack(category, preference, bea, 0)
                    .endsWith(QStringLiteral("After that only Bea can turn it back on.")));
        QVERIFY(
            m_wording.turnBack(category, preference, bea, 0).startsWith(QStringLiteral("Abe can correct it until ")));
        QCOMPARE(m_wording.turnBack(category, preference, bea, 15 * 60 * 1000 + 1),
                 QStringLiteral("Only Bea can turn it back on."));
    }

    void theStateSaysWhatDecides_data()
    {
        QTest::addColumn<Rule>("rule");
        QTest::addColumn<PreferenceState>("state");
        QTest::addColumn<bool>("defaultIn");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, Rule rule, PreferenceState state, bool defaultIn, const char* said) {
            QTest::newRow(name) << rule << state << defaultIn << QString::fromUtf8(said);
        };
        row("a default that delivers", Rule::DefaultIn, PreferenceState::Default, true, "On (workspace default)");
        row("a default that does not", Rule::DefaultOut, PreferenceState::Default, false, "Off (workspace default)");
        row("all optional messages are off", Rule::OptedOutOfEverything, PreferenceState::Default, true,
            "Off: all optional messages are off");
        row("an own choice beneath that", Rule::OptedOutOfEverything, PreferenceState::OptedIn, true,
            "Off: all optional messages are off");
        row("off", Rule::OptedOut, PreferenceState::OptedOut, true, "Off");
        row("on", Rule::OptedIn, PreferenceState::OptedIn, false, "On");
        row("the group is off", Rule::OptedOutOfParent, PreferenceState::Default, true,
            "Off, with the group that it belongs to");
        row("required", Rule::Required, PreferenceState::OptedOut, true, "On (required)");
        row("paused", Rule::Paused, PreferenceState::Default, true, "Off (paused for the whole workspace)");
        row("cannot be reached: what is kept", Rule::Unreachable, PreferenceState::OptedOut, true,
            "Nothing is sent here; kept: off");
        row("cannot be reached: nothing chosen", Rule::Unreachable, PreferenceState::Default, true,
            "Nothing is sent here");
    }

    void theStateSaysWhatDecides()
    {
        QFETCH(Rule, rule);
        QFETCH(PreferenceState, state);
        QFETCH(bool, defaultIn);
        Category category = reminders();
        category.defaultIn = defaultIn;
        Preference preference;
        preference.state = state;
        Decision decision;
        decision.rule = rule;
        QTEST(m_wording.state(category, preference, decision, now), "said");
    }

    void aSnoozeSaysWhatComesAfter()
    {
        Preference preference;
        preference.snoozedUntil = now + 60'000;
        Decision decision;
        decision.rule = Rule::Snoozed;
        QCOMPARE(m_wording.state(reminders(), preference, decision, now),
                 QStringLiteral("Snoozed until 3 May 2026, 10:13 Berlin, then on again"));
        preference.state = PreferenceState::OptedOut;
        QCOMPARE(m_wording.state(reminders(), preference, decision, now),
                 QStringLiteral("Snoozed until 3 May 2026, 10:13 Berlin, off after that too"));
    }
};

QTEST_GUILESS_MAIN(TestWording)
#include "tst_wording.moc"
