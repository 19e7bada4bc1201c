#include "domain/change.h"

#include <QTest>

using namespace refrain;
using Outcome = Judgement::Outcome;

Q_DECLARE_METATYPE(refrain::ChangeRequest)
Q_DECLARE_METATYPE(refrain::Preference)

namespace {

constexpr Millis now = 1'770'000'000'000;
constexpr Millis hour = 3'600'000;
constexpr auto in = PreferenceState::OptedIn;
constexpr auto out = PreferenceState::OptedOut;
constexpr auto def = PreferenceState::Default;
using Snooze = std::optional<Millis>;

Category category(Resubscribe policy = Resubscribe::UserOnly)
{
    Category category;
    category.slug = CategorySlug(QStringLiteral("reminders"));
    category.title = QStringLiteral("Reminders");
    category.resubscribe = policy;
    return category;
}

Actor staff(const char* id = "U0STAFF")
{
    return {ActorKind::ConsoleUser, QLatin1String(id), QStringLiteral("Dana")};
}

Preference current(PreferenceState state, bool own = false, Snooze snooze = {}, bool ownSnooze = false)
{
    Preference preference;
    preference.subject = SubjectId(QStringLiteral("U0001"));
    preference.category = CategorySlug(QStringLiteral("reminders"));
    preference.state = state;
    preference.snoozedUntil = snooze;
    preference.version = 17;
    preference.source = own ? Source::SlashCommand : Source::Console;
    preference.actor = own ? Actor{ActorKind::SlackUser, QStringLiteral("U0001"), {}} : staff();
    preference.at = now - 24 * hour;
    preference.stateIsOwnWord = own;
    preference.snoozeIsOwnWord = ownSnooze;
    return preference;
}

ChangeRequest ask(Source source, std::optional<PreferenceState> state, std::optional<Snooze> snooze = {},
                  std::optional<RequestedBy> requestedBy = {})
{
    ChangeRequest request;
    request.subject = SubjectId(QStringLiteral("U0001"));
    request.category = CategorySlug(QStringLiteral("reminders"));
    request.state = state;
    request.snoozedUntil = snooze;
    request.source = source;
    request.actor = isOwnSurface(source) ? Actor{ActorKind::SlackUser, QStringLiteral("U0001"), {}} : staff();
    request.requestedBy = requestedBy;
    return request;
}

QString verdict(const Judgement& judgement)
{
    switch (judgement.outcome) {
        case Outcome::Changed: return QStringLiteral("changed");
        case Outcome::Unchanged: return QStringLiteral("unchanged");
        case Outcome::Refused: return toString(*judgement.refusal) + judgement.pointer;
    }
    return {};
}

const std::vector<Source>& everySource()
{
    static const std::vector<Source> all{Source::Console,       Source::SlashCommand, Source::AppHome,
                                         Source::MessageButton, Source::Link,         Source::OneClick,
                                         Source::Api,           Source::Import,       Source::Connector,
                                         Source::Policy,        Source::DirectMessage};
    return all;
}

/// The policy of the design in its own words, for leaving an opt-out that is a day old.
bool mayLeave(Resubscribe policy, bool ownWord, Source source)
{
    if (source == Source::Import || source == Source::Connector)
        return false;  // may never opt anybody in over an opt-out
    if (source == Source::Link || source == Source::OneClick)
        return false;  // links never opt in
    if (!ownWord)
        return true;  // what staff did on their own account, staff may undo
    if (policy == Resubscribe::Anyone)
        return true;
    if (policy == Resubscribe::Never)
        return false;
    return source == Source::SlashCommand || source == Source::DirectMessage || source == Source::AppHome ||
           source == Source::MessageButton;
}

}  // namespace

class TestChange : public QObject {
    Q_OBJECT

private slots:
    void acceptsOrRefuses_data()
    {
        QTest::addColumn<Preference>("before");
        QTest::addColumn<ChangeRequest>("request");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const Preference& before, const ChangeRequest& request,
                            const char* expected) {
            QTest::newRow(name) << before << request << QString::fromLatin1(expected);
        };
        const auto person = RequestedBy::Person;
        const auto console = Source::Console;
        const auto command = Source::SlashCommand;

        row("nothing asked", current(def), ask(console, {}), "unprocessable");
        row("a snooze in the past", current(def), ask(console, {}, Snooze(now - 1)), "unprocessable/snoozedUntil");
        row("a snooze that ends now", current(def), ask(console, {}, Snooze(now)), "unprocessable/snoozedUntil");
        row("a snooze that ends later", current(def), ask(console, {}, Snooze(now + 1)), "changed");

        ChangeRequest everything = ask(console, in);
        everything.category = everyCategory();
        row("nobody is opted in to everything", current(def), everything, "unprocessable/state");
        everything.state = out;
        row("out of everything", current(def), everything, "changed");
        ChangeRequest early = ask(console, out);
        early.receivedAt = now + hour;
        row("received in the future", current(def), early, "unprocessable/receivedAt");
        early.receivedAt = now - hour;
        row("received before", current(def), early, "changed");

        ChangeRequest stale = ask(console, out);
        stale.ifMatch = 16;
        row("made against an older version", current(def), stale, "precondition_failed");
        stale.ifMatch = 17;
        row("made against this version", current(def), stale, "changed");
        stale.ifMatch = 0;
        row("made where nothing was set, but something is", current(def), stale, "precondition_failed");
        ChangeRequest staleAndForbidden = ask(console, in);
        staleAndForbidden.ifMatch = 1;
        row("the version is asked before the policy", current(out, true), staleAndForbidden, "precondition_failed");
        ChangeRequest staleAndEmpty = ask(console, {});
        staleAndEmpty.ifMatch = 1;
        row("the version is asked first of all", current(def), staleAndEmpty, "precondition_failed");

        row("out again changes nothing", current(out), ask(console, out), "unchanged");
        row("in again changes nothing", current(in), ask(console, in), "unchanged");
        row("default again changes nothing", current(def), ask(console, def), "unchanged");
        row("the same snooze changes nothing", current(def, false, now + hour), ask(console, {}, Snooze(now + hour)),
            "unchanged");
        row("no snooze where none is changes nothing", current(def), ask(console, {}, Snooze()), "unchanged");
        row("clearing a snooze that has ended changes nothing", current(def, false, now - 1),
            ask(console, {}, Snooze()), "unchanged");
        row("staff repeats the person's opt-out", current(out, true), ask(console, out), "unchanged");
        row("the person repeats the own opt-out", current(out, true), ask(command, out), "unchanged");
        row("the person repeats what staff did: now it is the own word", current(out), ask(command, out), "changed");
        row("staff notes that the person asked for it too", current(out), ask(console, out, {}, person), "changed");

        row("staff opts out over a person's opt-in", current(in), ask(console, out), "changed");
        row("staff undoes staff", current(out), ask(console, in), "changed");
        row("the person undoes staff", current(out), ask(command, in), "changed");
        row("staff cannot undo the person", current(out, true), ask(console, in), "conflict");
        row("not even to the default", current(out, true), ask(console, def), "conflict");
        row("nor by a snooze in its place", current(out, true), ask(console, def, Snooze(now + hour)), "conflict");
        row("nor by saying that the person asked", current(out, true), ask(console, in, {}, person), "conflict");
        row("the person turns back", current(out, true), ask(command, def), "changed");
        row("a snooze beside the person's opt-out is fine", current(out, true), ask(console, {}, Snooze(now + hour)),
            "changed");

        row("the own snooze ends early by the person", current(def, false, now + hour, true),
            ask(command, {}, Snooze()), "changed");
        row("a link stops for good what the person had paused", current(def, false, now + hour, true),
            ask(Source::Link, out, Snooze()), "changed");
        row("staff that notes the person's opt-out ends the pause", current(def, false, now + hour, true),
            ask(console, out, Snooze(), RequestedBy::Person), "changed");
        row("staff that stops for itself does not end the own pause", current(def, false, now + hour, true),
            ask(console, out, Snooze()), "conflict");
        row("staff cannot end the own snooze", current(def, false, now + hour, true), ask(console, {}, Snooze()),
            "conflict");
        row("staff cannot shorten it", current(def, false, now + hour, true), ask(console, {}, Snooze(now + 1)),
            "conflict");
        row("staff may lengthen it", current(def, false, now + hour, true), ask(console, {}, Snooze(now + 2 * hour)),
            "changed");
        row("staff ends a snooze of staff", current(def, false, now + hour), ask(console, {}, Snooze()), "changed");
        row("an own snooze that has ended binds nobody", current(def, false, now - 1, true),
            ask(console, {}, Snooze(now + 1)), "changed");

        row("an import opts out", current(in), ask(Source::Import, out), "changed");
        row("an import opts in where nothing was said", current(def), ask(Source::Import, in), "changed");
        row("an import never opts in over staff's opt-out", current(out), ask(Source::Import, in), "conflict");
        row("a connector neither", current(out), ask(Source::Connector, def), "conflict");
        row("a connector does not end the own snooze", current(def, false, now + hour, true),
            ask(Source::Connector, {}, Snooze()), "conflict");
        row("a link opts out", current(in), ask(Source::Link, out), "changed");
        row("a link never opts in", current(def), ask(Source::Link, in), "conflict");
        row("a link brings nothing back after its time", current(out, true), ask(Source::Link, def), "conflict");
    }

    void acceptsOrRefuses()
    {
        QFETCH(Preference, before);
        QFETCH(ChangeRequest, request);
        QFETCH(QString, expected);
        const Judgement judgement = judge(category(), before, request, now);
        QCOMPARE(verdict(judgement), expected);
        QCOMPARE(judgement.sentence.isEmpty(), judgement.outcome != Outcome::Refused);
    }

    void holdsThePolicyForEverySourceAndState()
    {
        for (const auto policy : {Resubscribe::Anyone, Resubscribe::UserOnly, Resubscribe::Never})
            for (const Source source : everySource())
                for (const bool ownWord : {false, true})
                    for (const auto state : {def, in}) {
                        const Judgement judgement =
                            judge(category(policy), current(out, ownWord), ask(source, state), now);
                        const bool allowed = mayLeave(policy, ownWord, source);
                        QVERIFY2(
                            verdict(judgement) == (allowed ? QStringLiteral("changed") : QStringLiteral("conflict")),
                            qPrintable(toString(policy) + QLatin1Char(' ') + toString(source)));
                    }
    }

    void nobodyIsKeptFromLeaving()
    {
        for (const auto policy : {Resubscribe::Anyone, Resubscribe::UserOnly, Resubscribe::Never})
            for (const Source source : everySource())
                for (const auto state : {def, in})
                    for (const Snooze& snooze : {Snooze(), Snooze(now + hour)}) {
                        const Judgement judgement =
                            judge(category(policy), current(state, false, snooze, true), ask(source, out), now);
                        QCOMPARE(verdict(judgement), QStringLiteral("changed"));
                        QVERIFY(judgement.after.state == out);
                        QCOMPARE(judgement.after.snoozedUntil, snooze);
                        QCOMPARE(judgement.after.stateIsOwnWord, isOwnSurface(source));
                        QCOMPARE(judgement.after.snoozeIsOwnWord, snooze.has_value());
                    }
    }

    void archivedAndRequiredCategoriesTakeNoChange()
    {
        Category closed = category();
        closed.required = true;
        closed.requiredReason = QStringLiteral("Security notices are owed by law.");
        Judgement judgement = judge(closed, current(def), ask(Source::SlashCommand, out), now);
        QCOMPARE(verdict(judgement), QStringLiteral("category_required"));
        QVERIFY(judgement.sentence.contains(closed.requiredReason));
        closed.archived = true;
        judgement = judge(closed, current(def), ask(Source::SlashCommand, out), now);
        QCOMPARE(verdict(judgement), QStringLiteral("category_archived"));
        // What is so already is no change, so nothing refuses it.
        QCOMPARE(verdict(judge(closed, current(out), ask(Source::Console, out), now)), QStringLiteral("unchanged"));
        QCOMPARE(verdict(judge(closed, current(def), ask(Source::Console, def), now)), QStringLiteral("unchanged"));
    }

    void thePersonMayTakeASlipBackForFifteenMinutesWhateverThePolicy()
    {
        const std::vector<Source> own{Source::SlashCommand, Source::AppHome, Source::MessageButton, Source::Link,
                                      Source::OneClick};
        const auto isLink = [](Source source) { return source == Source::Link || source == Source::OneClick; };
        for (const Source by : own)
            for (const Source back : own) {
                const Judgement left = judge(category(Resubscribe::Never), current(def), ask(by, out), now);
                const auto turnedBack = [&](Millis passed) {
                    return verdict(judge(category(Resubscribe::Never), left.after, ask(back, def), now + passed));
                };
                const bool allowed = !isLink(back) || isLink(by);
                const QString names = toString(by) + QLatin1Char(' ') + toString(back);
                QVERIFY2(turnedBack(correctionTime) == QLatin1String(allowed ? "changed" : "conflict"),
                         qPrintable(names));
                QVERIFY2(turnedBack(correctionTime + 1) == QLatin1String("conflict"), qPrintable(names));
            }
    }

    void thePersonMayTakeBackWhatStaffNotedWrongly()
    {
        const Category closed = category(Resubscribe::Never);
        const Judgement noted = judge(closed, current(in), ask(Source::Console, out, {}, RequestedBy::Person), now);
        for (const Millis passed : {Millis(0), correctionTime})
            QCOMPARE(verdict(judge(closed, noted.after, ask(Source::SlashCommand, in), now + passed)),
                     QStringLiteral("changed"));
        QCOMPARE(verdict(judge(closed, noted.after, ask(Source::SlashCommand, in), now + correctionTime + 1)),
                 QStringLiteral("conflict"));
    }

    void anOptOutIsFinalOnceItsTimeIsOver()
    {
        const Category closed = category(Resubscribe::Never);
        const Preference left = judge(closed, current(def), ask(Source::SlashCommand, out), now).after;
        QVERIFY(!isFinal(closed, left, now + correctionTime));
        QVERIFY(isFinal(closed, left, now + correctionTime + 1));
        QVERIFY(!isFinal(category(Resubscribe::UserOnly), left, now + correctionTime + 1));
        QVERIFY(!isFinal(closed, current(out), now));  // staff's, which staff and the person may undo
        QVERIFY(!isFinal(closed, current(in), now));
    }

    void theMakerMayCorrectAnOwnWordForFifteenMinutes_data()
    {
        QTest::addColumn<QString>("actor");
        QTest::addColumn<Millis>("passed");
        QTest::addColumn<QString>("expected");
        QTest::newRow("the maker at once") << "U0STAFF" << Millis(0) << "changed";
        QTest::newRow("the maker in the last moment") << "U0STAFF" << correctionTime << "changed";
        QTest::newRow("the maker too late") << "U0STAFF" << correctionTime + 1 << "conflict";
        QTest::newRow("somebody else at once") << "U0OTHER" << Millis(0) << "conflict";
        QTest::newRow("nobody in particular") << "" << Millis(0) << "conflict";
    }

    void theMakerMayCorrectAnOwnWordForFifteenMinutes()
    {
        QFETCH(QString, actor);
        QFETCH(Millis, passed);
        QFETCH(QString, expected);
        for (const auto policy : {Resubscribe::UserOnly, Resubscribe::Never})
            for (const auto by : {RequestedBy::Person, RequestedBy::Legal}) {
                const Judgement noted = judge(category(policy), current(in), ask(Source::Console, out, {}, by), now);
                QVERIFY(noted.after.stateIsOwnWord);
                ChangeRequest back = ask(Source::Console, in);
                back.actor = staff(qPrintable(actor));
                QCOMPARE(verdict(judge(category(policy), noted.after, back, now + passed)), expected);
            }
    }

    void aDetourOverTheSnoozeDoesNotReopenThePersonsOptOut()
    {
        const Judgement detour = judge(category(), current(out, true),
                                       ask(Source::Console, {}, Snooze(now + hour), RequestedBy::Person), now);
        QVERIFY(detour.after.stateIsOwnWord);
        QVERIFY(!detour.after.correctableUntil);
        QCOMPARE(verdict(judge(category(), detour.after, ask(Source::Console, in), now + 1)),
                 QStringLiteral("conflict"));
        const Judgement longer = judge(category(), current(def, false, now + hour, true),
                                       ask(Source::Console, {}, Snooze(now + 2 * hour)), now);
        QVERIFY(longer.after.snoozeIsOwnWord);
        QCOMPARE(verdict(judge(category(), longer.after, ask(Source::Console, {}, Snooze()), now + 1)),
                 QStringLiteral("conflict"));
    }

    void aLinksWayBackUndoesOnlyWhatTheLinkDid()
    {
        const Judgement left = judge(category(), current(in), ask(Source::Link, out), now);
        QCOMPARE(verdict(judge(category(), left.after, ask(Source::Link, in), now + hour / 4)),
                 QStringLiteral("changed"));
        QCOMPARE(verdict(judge(category(), left.after, ask(Source::Link, in), now + hour)), QStringLiteral("conflict"));
        const Judgement elsewhere = judge(category(), current(in), ask(Source::AppHome, out), now);
        QCOMPARE(verdict(judge(category(), elsewhere.after, ask(Source::Link, in), now)), QStringLiteral("conflict"));
    }

    void theNewPreferenceCarriesWhoWhenAndWhy()
    {
        ChangeRequest request = ask(Source::Console, out, {}, RequestedBy::Legal);
        request.reason = QStringLiteral("Letter of 3 May");
        request.ticket = QStringLiteral("HELP-7");
        const Judgement judgement = judge(category(), current(in, false, now - 1, true), request, now);
        const Preference& after = judgement.after;
        QCOMPARE(after.subject, request.subject);
        QCOMPARE(after.category, request.category);
        QVERIFY(after.state == out);
        QVERIFY(!after.snoozedUntil);  // it had ended by itself
        QCOMPARE(after.source, std::optional(Source::Console));
        QCOMPARE(after.actor, std::optional(staff()));
        QCOMPARE(after.requestedBy, std::optional(RequestedBy::Legal));
        QCOMPARE(after.reason, request.reason);
        QCOMPARE(after.ticket, request.ticket);
        QCOMPARE(after.at, std::optional(now));
        QCOMPARE(after.version, 0);
        QCOMPARE(after.correctableUntil, std::optional(now + correctionTime));
    }

    void sentencesNameTheDayAndTheWay()
    {
        const Judgement judgement = judge(category(), current(out, true), ask(Source::Console, in), now);
        QCOMPARE(
            judgement.sentence,
            QStringLiteral("“Reminders” was turned off at the person's own wish, last changed with a slash command "
                           "on 1 February 2026, 02:40 UTC, and only the person can turn it back. Nothing was "
                           "changed; the person can use /optin or the app's Home tab."));
    }
};

QTEST_GUILESS_MAIN(TestChange)
#include "tst_change.moc"
