#include "domain/change.h"

#include "base/enumnames.h"

#include <QLocale>

namespace refrain {

namespace {

constexpr EnumNames<Refusal, 5> refusalNames{{{
    {Refusal::PreconditionFailed, "precondition_failed"},
    {Refusal::Conflict, "conflict"},
    {Refusal::CategoryRequired, "category_required"},
    {Refusal::CategoryArchived, "category_archived"},
    {Refusal::Unprocessable, "unprocessable"},
}}};

/// Clocks of two machines are allowed to differ by this much before "received" lies in the future.
constexpr Millis clockTolerance = 5 * 60 * 1000;

using Snooze = std::optional<Millis>;

Judgement refuse(Refusal refusal, QString sentence, QString pointer = {})
{
    Judgement judgement;
    judgement.outcome = Judgement::Outcome::Refused;
    judgement.refusal = refusal;
    judgement.sentence = std::move(sentence);
    judgement.pointer = std::move(pointer);
    return judgement;
}

QString label(const Category& category)
{
    if (category.slug == everyCategory())
        return QStringLiteral("All optional messages");
    return QStringLiteral("“%1”").arg(category.title.isEmpty() ? category.slug.toString() : category.title);
}

QString moment(Millis time)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
    return QLocale::c().toString(utc, QStringLiteral("d MMMM yyyy, HH:mm 'UTC'"));
}

QString wayOf(Source source)
{
    switch (source) {
        case Source::SlashCommand: return QStringLiteral("with a slash command");
        case Source::DirectMessage: return QStringLiteral("in a direct message to the app");
        case Source::AppHome: return QStringLiteral("in the app's Home tab");
        case Source::MessageButton: return QStringLiteral("with the button of a message");
        case Source::Link: return QStringLiteral("with an opt-out link");
        case Source::OneClick: return QStringLiteral("with one-click unsubscribe");
        case Source::Console: return QStringLiteral("through staff");
        case Source::Api: return QStringLiteral("through the API");
        case Source::Import: return QStringLiteral("through an import");
        case Source::Connector: return QStringLiteral("in a connected system");
        case Source::Policy: return QStringLiteral("by a policy");
    }
    return {};
}

/// The words of the person, whoever wrote them down.
bool isOwnWord(const ChangeRequest& request)
{
    return isOwnSurface(request.source) || request.requestedBy == RequestedBy::Person ||
           request.requestedBy == RequestedBy::Legal;
}

bool isLink(std::optional<Source> source)
{
    return source == Source::Link || source == Source::OneClick;
}

/// What the preference is now and what it would be, with snoozes that have ended taken as none.
struct Step {
    PreferenceState stateBefore;
    PreferenceState stateAfter;
    Snooze snoozeBefore;
    Snooze snoozeAfter;
    bool ownOptOutBefore;
    bool ownSnoozeBefore;

    Step(const Preference& current, const ChangeRequest& request, Millis now)
        : stateBefore(current.state),
          stateAfter(request.state.value_or(current.state)),
          snoozeBefore(current.isSnoozedAt(now) ? current.snoozedUntil : std::nullopt),
          snoozeAfter(request.snoozedUntil.value_or(snoozeBefore)),
          ownOptOutBefore(stateBefore == PreferenceState::OptedOut && current.stateIsOwnWord),
          ownSnoozeBefore(snoozeBefore && current.snoozeIsOwnWord)
    {
    }

    [[nodiscard]] bool leavesOut() const
    {
        return stateBefore == PreferenceState::OptedOut && stateAfter != PreferenceState::OptedOut;
    }
    [[nodiscard]] bool endsOwnSnooze() const
    {
        return ownSnoozeBefore && (!snoozeAfter || *snoozeAfter < *snoozeBefore);
    }
    [[nodiscard]] bool keepsOwnOptOut() const { return ownOptOutBefore && !leavesOut(); }
    [[nodiscard]] bool keepsOwnSnooze() const { return ownSnoozeBefore && !endsOwnSnooze(); }
};

Judgement checkRequest(const ChangeRequest& request, Millis now)
{
    if (!request.state && !request.snoozedUntil)
        return refuse(Refusal::Unprocessable,
                      QStringLiteral("The request names neither a state nor a snooze, so nothing was changed. Send "
                                     "“state”, “snoozedUntil” or both."));
    if (request.category == everyCategory() && request.state == PreferenceState::OptedIn)
        return refuse(Refusal::Unprocessable,
                      QStringLiteral("Nobody can be opted in to everything at once, so nothing was changed. Send "
                                     "“default” to lift the opt-out of all, or opt in to single categories."),
                      QStringLiteral("/state"));
    const Snooze snooze = request.snoozedUntil.value_or(std::nullopt);
    if (snooze && *snooze <= now)
        return refuse(Refusal::Unprocessable,
                      QStringLiteral("The snooze would end on %1, which has passed, so nothing was changed. Choose a "
                                     "time in the future.")
                          .arg(moment(*snooze)),
                      QStringLiteral("/snoozedUntil"));
    if (request.receivedAt && *request.receivedAt > now + clockTolerance)
        return refuse(Refusal::Unprocessable,
                      QStringLiteral("The request is said to have been received on %1, which is still to come, so "
                                     "nothing was changed. Correct the time.")
                          .arg(moment(*request.receivedAt)),
                      QStringLiteral("/receivedAt"));
    return {};
}

Judgement checkCategory(const Category& category)
{
    if (category.archived)
        return refuse(Refusal::CategoryArchived,
                      QStringLiteral("%1 is archived and sends nothing any more, so nothing was changed. Choose "
                                     "another category.")
                          .arg(label(category)));
    if (category.required) {
        const QString reason =
            category.requiredReason.isEmpty() ? QString() : QStringLiteral(" Reason: %1").arg(category.requiredReason);
        return refuse(Refusal::CategoryRequired,
                      QStringLiteral("%1 is required and cannot be changed by anybody, so nothing was changed.%2")
                          .arg(label(category), reason));
    }
    return {};
}

QString boundSentence(const Category& category, const Preference& current)
{
    QString said = QStringLiteral("%1 was turned off at the person's own wish").arg(label(category));
    if (current.source && current.at)
        said += QStringLiteral(", last changed %1 on %2").arg(wayOf(*current.source), moment(*current.at));
    if (category.resubscribe == Resubscribe::Never)
        return said + QStringLiteral(", and its policy is that nobody turns it back. Nothing was changed.");
    return said + QStringLiteral(
                      ", and only the person can turn it back. Nothing was changed; the person can use /optin "
                      "or the app's Home tab.");
}

/// Whether the own word that stands here may be taken back by this request.
enum class TakingBack { Refused, Rightful, ByPolicyAlone };

TakingBack takingBack(Resubscribe policy, const Preference& current, const ChangeRequest& request, Millis now)
{
    const auto rightfulIf = [](bool is) { return is ? TakingBack::Rightful : TakingBack::Refused; };
    if (request.undoesImport && current.source == Source::Import && request.ifMatch == current.version)
        return TakingBack::Rightful;
    const bool inTime = current.correctableUntil && now <= *current.correctableUntil;
    const bool sameMaker = current.actor && current.actor->kind == request.actor.kind && !request.actor.id.isEmpty() &&
                           current.actor->id == request.actor.id;
    if (isLink(request.source))
        return rightfulIf(inTime && sameMaker && isLink(current.source));
    const bool wasNoted = current.source && !isOwnSurface(*current.source);
    if (inTime && (isOwnSurface(request.source) || (sameMaker && wasNoted)))
        return TakingBack::Rightful;
    switch (policy) {
        case Resubscribe::Anyone:
            return isOwnSurface(request.source) ? TakingBack::Rightful : TakingBack::ByPolicyAlone;
        case Resubscribe::UserOnly: return rightfulIf(isOwnSurface(request.source));
        case Resubscribe::Never: return TakingBack::Refused;
    }
    return TakingBack::Refused;
}

/// Neither a refusal nor an override: {}.
Judgement checkTurningBack(const Category& category, const Preference& current, const ChangeRequest& request,
                           const Step& step, Millis now)
{
    const bool automatic = request.source == Source::Import || request.source == Source::Connector;
    if (automatic && (step.leavesOut() || step.endsOwnSnooze()))
        return refuse(
            Refusal::Conflict,
            QStringLiteral("%1 is turned off here, and %2 may not turn it back. Nothing was changed; the "
                           "choice made here stands.")
                .arg(label(category), request.source == Source::Import ? QStringLiteral("an import")
                                                                       : QStringLiteral("a connected system")));
    // Whoever stops for good what they had paused turns nothing back.
    const bool stopsForGood = isOwnWord(request) && step.stateAfter == PreferenceState::OptedOut;
    const bool bound = (step.leavesOut() && step.ownOptOutBefore) || (step.endsOwnSnooze() && !stopsForGood);
    const bool linkTurnsOn =
        isLink(request.source) && step.stateBefore != step.stateAfter && step.stateAfter != PreferenceState::OptedOut;
    if (!bound && !linkTurnsOn)
        return {};
    const TakingBack may = takingBack(category.resubscribe, current, request, now);
    Judgement judgement;
    judgement.overridesOwnWord = may == TakingBack::ByPolicyAlone;
    if (may != TakingBack::Refused)
        return judgement;
    if (isLink(request.source))
        return refuse(Refusal::Conflict,
                      QStringLiteral("A link only turns messages off, and the time to take that back has passed. "
                                     "Nothing was changed; use /optin or the app's Home tab in Slack."));
    return refuse(Refusal::Conflict, boundSentence(category, current));
}

Preference outcome(const ChangeRequest& request, const Step& step, Millis now)
{
    const bool own = isOwnWord(request);
    Preference after;
    after.subject = request.subject;
    after.category = request.category;
    after.state = step.stateAfter;
    after.snoozedUntil = step.snoozeAfter;
    after.source = request.source;
    after.actor = request.actor;
    after.requestedBy = request.requestedBy;
    after.reason = request.reason;
    after.ticket = request.ticket;
    after.at = now;
    // Neither repeating an own word nor lengthening an own snooze makes it the property of staff.
    after.stateIsOwnWord =
        after.state == PreferenceState::OptedOut && ((request.state && own) || step.keepsOwnOptOut());
    after.snoozeIsOwnWord = after.snoozedUntil && ((request.snoozedUntil && own) || step.keepsOwnSnooze());
    // A slip can be mended, whatever the policy: by whoever wrote the own word down, and by the person.
    const bool newOwnWord = after.stateIsOwnWord || after.snoozeIsOwnWord;
    if (newOwnWord && !step.keepsOwnOptOut() && !step.keepsOwnSnooze())
        after.correctableUntil = now + correctionTime;
    return after;
}

}  // namespace

QString toString(Refusal refusal)
{
    return refusalNames.name(refusal);
}

bool isFinal(const Category& category, const Preference& preference, Millis now)
{
    const bool inTime = preference.correctableUntil && now <= *preference.correctableUntil;
    return category.resubscribe == Resubscribe::Never && preference.state == PreferenceState::OptedOut &&
           preference.stateIsOwnWord && !inTime;
}

Judgement judge(const Category& category, const Preference& current, const ChangeRequest& request, Millis now)
{
    if (request.ifMatch && *request.ifMatch != current.version)
        return refuse(Refusal::PreconditionFailed,
                      QStringLiteral("%1 was changed meanwhile, so this change was not made. Look at what is in force "
                                     "now and decide again.")
                          .arg(label(category)));
    if (Judgement refused = checkRequest(request, now); refused.refusal)
        return refused;

    const Step step(current, request, now);
    Preference after = outcome(request, step, now);
    const bool sameState = step.stateAfter == step.stateBefore && after.stateIsOwnWord == step.ownOptOutBefore;
    const bool sameSnooze = step.snoozeAfter == step.snoozeBefore && after.snoozeIsOwnWord == step.ownSnoozeBefore;
    if (sameState && sameSnooze)
        return {};
    if (Judgement refused = checkCategory(category); refused.refusal)
        return refused;
    Judgement judgement = checkTurningBack(category, current, request, step, now);
    if (judgement.refusal)
        return judgement;
    judgement.outcome = Judgement::Outcome::Changed;
    judgement.after = std::move(after);
    return judgement;
}

}  // namespace refrain
