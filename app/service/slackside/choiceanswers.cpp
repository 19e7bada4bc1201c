#include "service/slackside/choiceanswers.h"

#include "slack/blocks/blocks.h"
#include "slack/payloads/installation.h"

namespace refrain::service {
namespace {

using slack::ButtonValue;
namespace action = slack::action;
using Kind = ChangeOutcome::Kind;

const PreferenceView& viewOf(const Shown& shown, const Category& category)
{
    const ShownCategory* found = shown.find(category.slug);
    return found ? found->view : shown.everything;
}

QString valueFor(const CategorySlug& slug)
{
    ButtonValue value;
    value.category = slug;
    return value.toString();
}

QJsonObject startButton(const Category& category, const Speech& speech)
{
    const QString label =
        category.slug == everyCategory() ? speech("buttonAllOn") : speech("buttonStart", category.title);
    return slack::button(label, action::start, valueFor(category.slug));
}

/// Whether the category's own choice must say "in" for it to come, whatever `*` says.
bool needsOptIn(const Shown& shown, const Category& category, const Preference& own)
{
    if (own.state != PreferenceState::Default)
        return own.state == PreferenceState::OptedOut;
    const ShownCategory* parent = shown.find(category.parent);
    return !category.defaultIn || (parent && parent->view.preference.state == PreferenceState::OptedOut);
}

/// Whether the person gets it again by saying so.
bool canTurnOn(const ShownCategory& shown)
{
    switch (shown.view.decision.rule) {
        case Rule::OptedOut: return shown.view.preference.state == PreferenceState::OptedOut;  // else another account's
        case Rule::Snoozed: return shown.view.preference.snoozedUntil.has_value();             // else its parent's
        case Rule::OptedOutOfParent:
        case Rule::DefaultOut: return true;
        default: return false;
    }
}

/// What does not come although all optional messages may, and how to get it again; empty where there is nothing.
QString stillOffWords(const Shown& shown)
{
    constexpr qsizetype mostTold = 10;
    constexpr qsizetype mostNamed = 3;
    const Speech& speech = shown.speech;
    QStringList off;
    QStringList back;
    for (const ShownCategory& one : shown.categories) {
        if (one.view.decision.deliver || one.view.decision.rule == Rule::Unreachable)
            continue;
        off << QStringLiteral("• %1: %2").arg(nameOf(one.category, speech), stateWords(one, speech));
        if (canTurnOn(one))
            back << one.category.slug.toString();
    }
    if (off.isEmpty())
        return {};
    QStringList lines{speech("stillOff")};
    lines << off.mid(0, mostTold);
    if (off.size() > mostTold)
        lines << speech("stillOffMore", QString::number(off.size() - mostTold));
    if (!back.isEmpty() && !shown.isStranger)
        lines << speech("stillOffWayBack", back.mid(0, mostNamed).join(QLatin1String(", ")));
    return lines.join(QLatin1Char('\n'));
}

Told started(const Shown& after, const Category& category, qint64 seq)
{
    const Speech& speech = after.speech;
    QStringList lines;
    QJsonArray buttons{undoButton({seq}, speech)};
    if (category.slug == everyCategory()) {
        // Another account of the same person may still have all of it off.
        const bool isHeld = after.everything.decision.rule == Rule::OptedOutOfEverything;
        lines << (isHeld ? speech("startsHeld", nameOf(category, speech)) : startsWords(category, speech));
        lines << (isHeld ? speech("notYetOther") : stillOffWords(after));
        buttons.append(settingsButton(speech));
    } else if (const ShownCategory* shown = after.find(category.slug)) {
        lines << startedWords(*shown, speech);
        if (shown->view.decision.rule == Rule::OptedOutOfEverything)
            buttons.append(startButton(after.every, speech));
    } else {
        lines << startsWords(category, speech);
    }
    lines.removeAll(QString());
    return told(lines.join(QLatin1Char('\n')), buttons);
}

QString stoppedWords(const Shown& after, const Category& category, const Choices::Wish& wish)
{
    const ShownCategory* shown = after.find(category.slug);
    return stopsWords(category, wish.until, after.speech, shown ? afterPauseWords(*shown, after.speech) : QString());
}

Told stopped(const Shown& after, const Category& category, const Choices::Wish& wish, qint64 seq)
{
    const Speech& speech = after.speech;
    QStringList lines{stoppedWords(after, category, wish), stillComesWords(after.categories, speech)};
    if (after.isStranger && category.resubscribe == Resubscribe::Never)
        lines << speech("isFinal");
    lines << (after.isStranger ? speech("wayBackByButton") : wayBackWords(category, speech));
    lines.removeAll(QString());
    return told(lines.join(QLatin1Char('\n')), {undoButton({seq}, speech), settingsButton(speech)});
}

/// "You turned off *Reminders* already, so nothing was changed."
QString wasSoWords(const Shown& shown, const Category& category, const Choices::Wish& wish)
{
    const Speech& speech = shown.speech;
    const Preference& own = viewOf(shown, category).preference;
    const QString name = nameOf(category, speech);
    if (wish.direction == Direction::In && category.slug == everyCategory())
        return speech("wasAllOn");
    if (wish.direction == Direction::In)
        return speech(viewOf(shown, category).decision.deliver ? "wasOn" : "wasOnHeld", name);
    if (wish.until && own.state != PreferenceState::OptedOut)
        return speech("wasPaused", name);
    return own.at && own.state == PreferenceState::OptedOut ? speech("wasOffAt", name, speech.moment(*own.at))
                                                            : speech("wasOff", name);
}

Told wasSo(const Shown& shown, const Category& category, const Choices::Wish& wish)
{
    const Speech& speech = shown.speech;
    QStringList lines{wasSoWords(shown, category, wish)};
    QJsonArray buttons;
    const ShownCategory* living = shown.find(category.slug);
    if (wish.direction == Direction::In && living && !living->view.decision.deliver) {
        lines << heldBackWords(*living, speech);
        if (living->view.decision.rule == Rule::OptedOutOfEverything)
            buttons.append(startButton(shown.every, speech));
    } else if (wish.direction == Direction::In && category.slug == everyCategory()) {
        lines << stillOffWords(shown);
    } else if (wish.direction == Direction::Out && category.resubscribe != Resubscribe::Never) {
        buttons.append(startButton(category, speech));
    }
    lines.removeAll(QString());
    buttons.append(settingsButton(speech));
    return told(lines.join(QLatin1Char('\n')), buttons);
}

Told refused(const Shown& shown, const Category& category, Refusal refusal)
{
    return told(refusalWords(category, refusal, shown.speech), {settingsButton(shown.speech)});
}

}  // namespace

std::optional<Told> alreadySo(const Shown& shown, const Category& category, const Choices::Wish& wish, Millis now)
{
    if (category.required && !category.archived && wish.direction == Direction::In)
        return told(
            shown.speech("requiredComes", nameOf(category, shown.speech), slack::escaped(category.requiredReason)),
            {settingsButton(shown.speech)});
    if (category.archived || category.required)
        return std::nullopt;
    const Preference& own = viewOf(shown, category).preference;
    if (wish.direction == Direction::Out)
        return wish.until && own.state == PreferenceState::OptedOut ? std::optional(wasSo(shown, category, wish))
                                                                    : std::nullopt;
    const bool isAll = category.slug == everyCategory();
    const bool needed = isAll ? own.state == PreferenceState::OptedOut : needsOptIn(shown, category, own);
    return needed || own.isSnoozedAt(now) ? std::nullopt : std::optional(wasSo(shown, category, wish));
}

void fill(ChangeRequest& request, const Shown& shown, const Category& category, const Choices::Wish& wish, Millis now)
{
    request.category = category.slug;
    const Preference& own = viewOf(shown, category).preference;
    if (wish.direction == Direction::Out) {
        if (wish.until)
            request.snoozedUntil = wish.until;
        else {
            request.state = PreferenceState::OptedOut;
            request.snoozedUntil = std::optional<Millis>();  // stopped for good takes the place of a pause
        }
        return;
    }
    if (own.isSnoozedAt(now))
        request.snoozedUntil = std::optional<Millis>();
    if (category.slug == everyCategory())
        request.state = PreferenceState::Default;
    else if (needsOptIn(shown, category, own) || !request.snoozedUntil)
        request.state = PreferenceState::OptedIn;
}

Shown withStopped(Shown shown, const Choices::Wish& wish, const ChangeOutcome& outcome)
{
    if (outcome.kind != Kind::Changed)
        return shown;
    const bool isAll = wish.category == everyCategory();
    for (ShownCategory& shownCategory : shown.categories) {
        const Category& category = shownCategory.category;
        PreferenceView& view = shownCategory.view;
        const bool isItself = category.slug == wish.category;
        const bool isChild = !category.parent.isEmpty() && category.parent == wish.category;
        // An own "in" outlasts an opt-out of the parent, but not its snooze.
        const bool outlasts = isChild && !wish.until && view.preference.state == PreferenceState::OptedIn;
        if (isItself)
            view.preference = outcome.preference;
        if (!category.required && !outlasts && (isAll || isItself || isChild))
            view.decision.deliver = false;
    }
    if (isAll)
        shown.everything.preference = outcome.preference;
    return shown;
}

Told answerTo(const Shown& after, const Category& category, const Choices::Wish& wish, const ChangeOutcome& outcome)
{
    switch (outcome.kind) {
        case Kind::Changed:
            return wish.direction == Direction::Out ? stopped(after, category, wish, outcome.preference.version)
                                                    : started(after, category, outcome.preference.version);
        case Kind::Unchanged:
            // A choice from before it became required is kept, but it is not in force.
            return category.required ? refused(after, category, Refusal::CategoryRequired)
                                     : wasSo(after, category, wish);
        case Kind::Refused: return refused(after, category, outcome.refusal.value_or(Refusal::Unprocessable));
        case Kind::UnknownSubject:
        case Kind::UnknownCategory: break;
    }
    return unknownCategory(after, category.slug);
}

Told answerToSeveral(const Shown& after, const std::vector<Choices::Wish>& wishes, const BatchOutcome& batch,
                     const QStringList& already)
{
    const Speech& speech = after.speech;
    QStringList lines;
    QList<qint64> changes;
    bool stops = false;
    bool isForGood = false;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        const ChangeOutcome& outcome = batch.items.at(i);
        const Category* category = after.category(wishes[i].category);
        if (!category || outcome.kind != Kind::Changed) {
            lines << (category ? answerTo(after, *category, wishes[i], outcome)
                               : unknownCategory(after, wishes[i].category))
                         .text;
            continue;
        }
        changes << outcome.preference.version;
        const ShownCategory* shown = after.find(category->slug);
        const bool isOut = wishes[i].direction == Direction::Out;
        lines << (isOut || !shown ? stoppedWords(after, *category, wishes[i]) : startedWords(*shown, speech));
        stops = stops || isOut;
        isForGood = isForGood || (isOut && category->resubscribe == Resubscribe::Never);
    }
    lines << already;
    if (stops)
        lines << stillComesWords(after.categories, speech);
    if (isForGood)
        lines << speech("isFinal");
    if (!changes.isEmpty())
        lines << speech("severalWayBack");
    lines.removeAll(QString());
    QJsonArray buttons{settingsButton(speech)};
    if (!changes.isEmpty())
        buttons.prepend(undoButton(changes, speech));
    return told(lines.join(QLatin1Char('\n')), buttons);
}

Told channelAnswer(const Category& category, const SubjectId& channel, const ChangeOutcome& outcome,
                   const Speech& speech)
{
    const QString name = nameOf(category, speech);
    const QString place = QStringLiteral("<#%1>").arg(channel.toString());
    switch (outcome.kind) {
        case Kind::Changed:
            return told(speech("channelStopped", name, place), {undoButton({outcome.preference.version}, speech)});
        case Kind::Unchanged: return told(speech("channelWasStopped", name, place));
        case Kind::Refused:
            return told(refusalWords(category, outcome.refusal.value_or(Refusal::Unprocessable), speech));
        case Kind::UnknownSubject:
        case Kind::UnknownCategory: break;
    }
    return told(speech("channelUnknown", place));
}

Told unknownCategory(const Shown& shown, const CategorySlug& slug)
{
    return helpMessage(shown, shown.speech("noLongerCalled", slack::plainly(slug.toString().left(64))));
}

}  // namespace refrain::service
