#include "service/slackside/choicewords.h"

#include "domain/timewords.h"
#include "slack/payloads/installation.h"

#include <QRegularExpression>

namespace refrain::service {
namespace {

using slack::escaped;

constexpr qsizetype namesTold = 10;
constexpr qsizetype echoed = 60;

QString since(const ShownCategory& shown, const Speech& speech)
{
    const std::optional<Millis> at = shown.view.decision.since;
    return at ? speech("since", speech.day(*at)) : QString();
}

QString snoozeEnd(const ShownCategory& shown, const Speech& speech)
{
    const std::optional<Millis> end = shown.view.preference.snoozedUntil;
    return end ? speech("pausedUntil", speech.moment(*end)) : speech("paused");
}

}  // namespace

QString nameOf(const Category& category, const Speech& speech)
{
    if (category.slug == everyCategory())
        return speech("all");
    const QString title = category.title.isEmpty() ? category.slug.toString() : category.title;
    return QStringLiteral("*%1*").arg(slack::plainly(title));
}

QString stopsWords(const Category& category, std::optional<Millis> until, const Speech& speech,
                   const QString& silentAfter)
{
    const bool isAll = category.slug == everyCategory();
    const bool isMessage = category.kind == CategoryKind::Message;
    const QString name = nameOf(category, speech);
    if (until && isAll)
        return speech("pausesAll", speech.moment(*until));
    if (until && !silentAfter.isEmpty())
        return speech(isMessage ? "pausesQuiet" : "pausesOtherQuiet", name, speech.moment(*until), silentAfter);
    if (until)
        return speech(isMessage ? "pausesMessages" : "pausesOther", name, speech.moment(*until));
    if (isAll)
        return speech("stopsAll");
    return speech(isMessage ? "stopsMessages" : "stopsOther", name);
}

QString startsWords(const Category& category, const Speech& speech)
{
    if (category.slug == everyCategory())
        return speech("startsAll");
    return speech(category.kind == CategoryKind::Message ? "startsMessages" : "startsOther", nameOf(category, speech));
}

QString startedWords(const ShownCategory& shown, const Speech& speech)
{
    if (shown.view.decision.deliver)
        return startsWords(shown.category, speech);
    return speech("startsHeld", nameOf(shown.category, speech)) + QLatin1Char('\n') + heldBackWords(shown, speech);
}

QString afterPauseWords(const ShownCategory& shown, const Speech& speech)
{
    switch (shown.view.decision.rule) {
        case Rule::OptedOutOfEverything:
        case Rule::OptedOutOfParent:
        case Rule::DefaultOut:
        case Rule::Paused: return stateWords(shown, speech);
        case Rule::Snoozed: {  // which hides what lies under it
            const bool isByDefault = shown.view.preference.state == PreferenceState::Default;
            return isByDefault && !shown.category.defaultIn ? speech("isOffByDefault") : QString();
        }
        default: return {};
    }
}

QString stateWords(const ShownCategory& shown, const Speech& speech)
{
    switch (shown.view.decision.rule) {
        case Rule::Required: return speech("isRequired", escaped(shown.category.requiredReason));
        case Rule::Paused: return speech("isPaused");
        case Rule::OptedOutOfEverything: return speech("isOffWithAll", since(shown, speech));
        case Rule::Snoozed: return snoozeEnd(shown, speech);
        case Rule::OptedOut: return speech("isOff", since(shown, speech));
        case Rule::OptedIn: return speech("isChosen");
        case Rule::OptedOutOfParent: return speech("isOffWithGroup", since(shown, speech));
        case Rule::DefaultOut: return speech("isOffByDefault");
        case Rule::DefaultIn: return speech("isOn");
        case Rule::Unreachable: return speech("isUnreachable");
    }
    return {};
}

QString stillComesWords(const std::vector<ShownCategory>& all, const Speech& speech)
{
    QStringList optional;
    QStringList required;
    for (const ShownCategory& shown : all) {
        if (shown.category.required)
            required << speech("alwaysComes", nameOf(shown.category, speech), escaped(shown.category.requiredReason));
        else if (shown.view.decision.deliver)
            optional << nameOf(shown.category, speech);
    }
    QStringList lines;
    if (!optional.isEmpty())
        lines << speech("stillGet", speech.list(optional, namesTold));
    lines << required.mid(0, namesTold);
    return lines.join(QLatin1Char('\n'));
}

QString heldBackWords(const ShownCategory& shown, const Speech& speech)
{
    if (shown.view.decision.deliver)
        return {};
    switch (shown.view.decision.rule) {
        case Rule::OptedOutOfEverything: return speech("notYetAll");
        case Rule::Paused: return speech("notYetPaused");
        case Rule::Snoozed: return speech("notYetSnoozed", snoozeEnd(shown, speech));
        case Rule::OptedOut:
        case Rule::OptedOutOfParent: return speech("notYetOther");
        default: return speech("notYet", stateWords(shown, speech));
    }
}

QString wayBackWords(const Category& category, const Speech& speech)
{
    const QString name = category.slug == everyCategory() ? speech("wordAll") : category.slug.toString();
    if (category.resubscribe == Resubscribe::Never)
        return speech("isFinal") + QLatin1Char(' ') + speech("finalWayBack", name);
    return speech("wayBack", name);
}

QString refusalWords(const Category& category, Refusal refusal, const Speech& speech)
{
    const QString name = nameOf(category, speech);
    switch (refusal) {
        case Refusal::CategoryRequired: return speech("refusedRequired", name, escaped(category.requiredReason));
        case Refusal::CategoryArchived: return speech("refusedArchived", name);
        case Refusal::PreconditionFailed: return speech("refusedChanged", name);
        case Refusal::Conflict: return speech("refusedFinal", name);
        case Refusal::Unprocessable: return speech("refusedPassed");
    }
    return {};
}

QString badTimeWords(SnoozeFault fault, const QString& written, const Speech& speech)
{
    const QString shown = slack::plainly(written.left(echoed));
    switch (fault) {
        case SnoozeFault::TooLong: return speech("timeTooLong");
        case SnoozeFault::Passed: return speech("timePassed", shown);
        case SnoozeFault::MinutesOrMonths: return speech("timeMinutesOrMonths", shown);
        case SnoozeFault::None:
        case SnoozeFault::Unreadable: break;
    }
    return speech("timeUnreadable", shown);
}

QString durationWords(const QString& words, const Speech& speech)
{
    static const QRegularExpression length(QStringLiteral("^([0-9]+) ?([a-z]+)$"));
    const QRegularExpressionMatch match = length.match(words);
    const std::optional<TimeUnit> unit = match.hasMatch() ? timeUnit(match.captured(2)) : std::nullopt;
    if (!unit)
        return words;
    const QString count = match.captured(1);
    const bool isOne = count == QLatin1String("1");
    switch (*unit) {
        case TimeUnit::Minute: return isOne ? speech("aMinute") : speech("minutes", count);
        case TimeUnit::Hour: return isOne ? speech("anHour") : speech("hours", count);
        case TimeUnit::Day: return isOne ? speech("aDay") : speech("days", count);
        case TimeUnit::Week: return isOne ? speech("aWeek") : speech("weeks", count);
        case TimeUnit::Month: return isOne ? speech("aMonth") : speech("months", count);
        case TimeUnit::Year: return isOne ? speech("aYear") : speech("years", count);
    }
    return words;
}

QString helpWords(const std::vector<ShownCategory>& all, const Speech& speech)
{
    QStringList names;
    for (const ShownCategory& shown : all)
        names << QStringLiteral("%1 (`%2`)").arg(nameOf(shown.category, speech), shown.category.slug.toString());
    const QString example = all.empty() ? QStringLiteral("reminders") : all.front().category.slug.toString();
    return speech("help", example, speech.list(names, namesTold));
}

}  // namespace refrain::service
