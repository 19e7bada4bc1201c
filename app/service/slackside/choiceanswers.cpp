#include "service/slackside/choiceanswers.h"

#include "service/usecases/recordjson.h"
#include "slack/blocks/blocks.h"
#include "wire/preference.h"

namespace refrain::service {
namespace {

using slack::ButtonValue;
namespace action = slack::action;
using Kind = ChangeOutcome::Kind;

constexpr QLatin1String undoWords("Undo of change ");

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

QJsonObject startButton(const Category& category)
{
    const QString label = category.slug == everyCategory() ? QStringLiteral("Turn optional messages on again")
                                                           : QStringLiteral("Get %1 again").arg(category.title);
    return slack::button(label, action::start, valueFor(category.slug));
}

QJsonObject settingsButton()
{
    return slack::button(QStringLiteral("All settings"), action::settings, QStringLiteral("{}"));
}

/// Whether the category's own choice must say "in" for it to come, whatever `*` says.
bool needsOptIn(const Shown& shown, const Category& category, const Preference& own)
{
    if (own.state != PreferenceState::Default)
        return own.state == PreferenceState::OptedOut;
    const ShownCategory* parent = shown.find(category.parent);
    return !category.defaultIn || (parent && parent->view.preference.state == PreferenceState::OptedOut);
}

QString offOneByOne(const Shown& shown)
{
    QStringList names;
    for (const ShownCategory& category : shown.categories) {
        if (category.view.preference.state == PreferenceState::OptedOut)
            names << nameOf(category.category);
    }
    return names.isEmpty() ? QString()
                           : QStringLiteral("What you turned off by itself stays off: %1.")
                                 .arg(names.mid(0, 20).join(QStringLiteral(", ")));
}

Told started(const Shown& after, const Category& category, qint64 seq)
{
    QStringList lines{startsWords(category)};
    QJsonArray buttons{undoButton({seq})};
    if (category.slug == everyCategory()) {
        lines << offOneByOne(after);
    } else if (const ShownCategory* shown = after.find(category.slug)) {
        lines << heldBackWords(*shown, after.zone);
        if (shown->view.decision.rule == Rule::OptedOutOfEverything)
            buttons.append(startButton(after.every));
    }
    lines.removeAll(QString());
    return told(lines.join(QLatin1Char('\n')), buttons);
}

Told stopped(const Shown& after, const Category& category, const Choices::Wish& wish, qint64 seq)
{
    QStringList lines{stopsWords(category, wish.until, after.zone), stillComesWords(after.categories),
                      wayBackWords(category)};
    lines.removeAll(QString());
    QJsonArray buttons;
    if (category.resubscribe != Resubscribe::Never)
        buttons.append(undoButton({seq}));
    buttons.append(settingsButton());
    return told(lines.join(QLatin1Char('\n')), buttons);
}

Told wasSo(const Shown& shown, const Category& category, const Choices::Wish& wish)
{
    const Preference& own = viewOf(shown, category).preference;
    QString sentence;
    if (wish.direction == Direction::In)
        sentence = category.slug == everyCategory() ? QStringLiteral("You had not stopped all optional messages")
                                                    : QStringLiteral("%1 was on for you already").arg(nameOf(category));
    else if (wish.until && own.state != PreferenceState::OptedOut)
        sentence = QStringLiteral("You paused %1 until then already").arg(nameOf(category));
    else
        sentence = QStringLiteral("You turned off %1 already").arg(nameOf(category));
    if (own.at && own.state == PreferenceState::OptedOut && wish.direction == Direction::Out)
        sentence += QStringLiteral(" (%1)").arg(momentWords(*own.at, shown.zone));
    QStringList lines{sentence + QStringLiteral(", so nothing was changed.")};
    QJsonArray buttons;
    const ShownCategory* living = shown.find(category.slug);
    if (wish.direction == Direction::In && living && !living->view.decision.deliver) {
        lines << heldBackWords(*living, shown.zone);
        if (living->view.decision.rule == Rule::OptedOutOfEverything)
            buttons.append(startButton(shown.every));
    } else if (wish.direction == Direction::In && category.slug == everyCategory()) {
        lines << offOneByOne(shown);
    } else if (wish.direction == Direction::Out && category.resubscribe != Resubscribe::Never) {
        buttons.append(startButton(category));
    }
    lines.removeAll(QString());
    buttons.append(settingsButton());
    return told(lines.join(QLatin1Char('\n')), buttons);
}

}  // namespace

std::optional<Told> alreadySo(const Shown& shown, const Category& category, const Choices::Wish& wish, Millis now)
{
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
        case Kind::Unchanged: return wasSo(after, category, wish);
        case Kind::Refused:
            return told(refusalWords(category, outcome.refusal.value_or(Refusal::Unprocessable), outcome.sentence),
                        {settingsButton()});
        case Kind::UnknownSubject:
        case Kind::UnknownCategory: break;
    }
    return unknownCategory(after, category.slug);
}

Told channelAnswer(const Category& category, const SubjectId& channel, const ChangeOutcome& outcome)
{
    const QString place = QStringLiteral("<#%1>").arg(channel.toString());
    switch (outcome.kind) {
        case Kind::Changed:
            return told(QStringLiteral("From now on %1 no longer comes to %2, for everybody in it.")
                            .arg(nameOf(category), place),
                        {undoButton({outcome.preference.version})});
        case Kind::Unchanged:
            return told(
                QStringLiteral("%1 was off for %2 already, so nothing was changed.").arg(nameOf(category), place));
        case Kind::Refused:
            return told(refusalWords(category, outcome.refusal.value_or(Refusal::Unprocessable), outcome.sentence));
        case Kind::UnknownSubject:
        case Kind::UnknownCategory: break;
    }
    return told(QStringLiteral("Refrain does not know %1, so nothing was changed.").arg(place));
}

Told unknownCategory(const Shown& shown, const CategorySlug& slug)
{
    return helpMessage(
        shown,
        QStringLiteral("There is nothing called “%1” any more, so nothing was changed.").arg(slug.toString().left(64)));
}

Preference preferenceOf(const store::ChangeRecord& change, const QByteArray& text)
{
    const QJsonObject object = fromText(text);
    const auto read = wire::preferenceFromJson(object);
    if (!object.isEmpty() && read)
        return read->preference;
    Preference never;
    never.subject = change.subject;
    never.category = change.category;
    return never;
}

bool mayUndo(const Visitor& visitor, const store::ChangeRecord& change)
{
    const bool isOwnAct = change.actor.kind == ActorKind::SlackUser && change.actor.id == visitor.subject.id.toString();
    return change.type == QLatin1String("preference") && (change.subject == visitor.subject.id || isOwnAct);
}

QString undoReason(qint64 seq)
{
    return undoWords + QString::number(seq);
}

bool isUndo(const QString& reason)
{
    return reason.startsWith(undoWords);
}

Told undoAnswer(const Shown& after, const SubjectId& person, const BatchOutcome& batch)
{
    QStringList lines;
    for (const ChangeOutcome& outcome : batch.items) {
        const Category* category = after.category(outcome.preference.category);
        if (!category)
            continue;
        const ShownCategory* living = after.find(category->slug);
        const bool isDone = outcome.kind == Kind::Changed || outcome.kind == Kind::Unchanged;
        if (!isDone)
            lines << refusalWords(*category, outcome.refusal.value_or(Refusal::Unprocessable), outcome.sentence);
        else if (outcome.preference.subject != person)
            lines << QStringLiteral("Undone: %1 comes to <#%2> as before.")
                         .arg(nameOf(*category), outcome.preference.subject.toString());
        else if (living)
            lines << QStringLiteral("Undone. %1: %2.").arg(nameOf(*category), stateWords(*living, after.zone));
        else
            lines << QStringLiteral("Undone. Your choice for %1 is as it was before.").arg(nameOf(*category));
    }
    return told(lines.join(QLatin1Char('\n')), {settingsButton()});
}

Told nothingToUndo()
{
    return told(QStringLiteral("There is nothing to undo: your last change was taken back already, or you made none."),
                {settingsButton()});
}

}  // namespace refrain::service
