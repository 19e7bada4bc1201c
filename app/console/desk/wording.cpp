#include "console/desk/subjectdetail.h"

#include "console/table/builtinwords.h"
#include "console/table/statewords.h"

#include <QDateTime>
#include <QLocale>

#include <utility>

namespace refrain::console {

namespace {

/// "Berlin" of "Europe/Berlin": what people call their zone.
QString cityOf(const QTimeZone& zone)
{
    const QString id = QString::fromLatin1(zone.id());
    return id.section(QLatin1Char('/'), -1).replace(QLatin1Char('_'), QLatin1Char(' '));
}

}  // namespace

Wording::Wording(QTimeZone zone) : m_zone(std::move(zone)) {}

QString Wording::exactTime(Millis at) const
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at, m_zone);
    return tr("%1, %2 %3", "date, time, city").arg(date(at), time.toString(QStringLiteral("HH:mm")), cityOf(m_zone));
}

QString Wording::date(Millis at) const
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at, m_zone).date(), tr("d MMM yyyy", "a date's format"));
}

QString Wording::moment(Millis at, Millis now) const
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at, m_zone);
    const QString clock = time.toString(QStringLiteral("HH:mm"));
    if (time.date() == QDateTime::fromMSecsSinceEpoch(now, m_zone).date())
        return clock;
    return tr("%1, %2", "date, time").arg(date(at), clock);
}

QString Wording::how(Source source)
{
    switch (source) {
        case Source::Console: return tr("in the console");
        case Source::SlashCommand: return tr("with /optout");
        case Source::DirectMessage: return tr("with a message to the app");
        case Source::AppHome: return tr("in Slack's App Home");
        case Source::MessageButton: return tr("with a message's button");
        case Source::Link: return tr("through an opt-out link");
        case Source::OneClick: return tr("with one-click unsubscribe");
        case Source::Api: return tr("through the API");
        case Source::Import: return tr("by an import");
        case Source::Connector: return tr("through a connected system");
        case Source::Policy: return tr("automatically");
    }
    return {};
}

QString Wording::who(const Preference& preference)
{
    if (!preference.actor || preference.actor->kind == ActorKind::System)
        return tr("Refrain");
    return preference.actor->name.isEmpty() ? preference.actor->id : preference.actor->name;
}

QString Wording::historyLine(const Preference& preference) const
{
    if (!preference.at || preference.version == 0)
        return {};
    const QString actor = who(preference);
    const QString way = preference.source ? how(*preference.source) : QString();
    const QString time = exactTime(*preference.at);
    if (preference.snoozedUntil && preference.state == PreferenceState::Default)
        return tr("%1 snoozed them %2 on %3.").arg(actor, way, time);
    switch (preference.state) {
        case PreferenceState::OptedOut: return tr("%1 turned them off %2 on %3.").arg(actor, way, time);
        case PreferenceState::OptedIn: return tr("%1 turned them on %2 on %3.").arg(actor, way, time);
        case PreferenceState::Default:
            return tr("%1 set them back to the workspace default %2 on %3.").arg(actor, way, time);
    }
    return {};
}

QString Wording::provenance(const Preference& preference) const
{
    if (!preference.at || preference.version == 0)
        return {};
    const QString way = preference.source ? how(*preference.source) : QString();
    return tr("by %1 %2, %3", "person, way, date").arg(who(preference), way, date(*preference.at));
}

QString Wording::state(const Category& category, const Preference& preference, const Decision& decision,
                       Millis now) const
{
    const bool isEverything = category.slug == everyCategory();
    const auto say = [](const QString& words) { return StateWords::sentence(words); };
    const auto byChoice = [&] {
        if (preference.state == PreferenceState::Default)
            return say(isEverything ? StateWords::on() : StateWords::byDefault(category.defaultIn));
        return say(preference.state == PreferenceState::OptedIn ? StateWords::on() : StateWords::off());
    };
    switch (decision.rule) {
        case Rule::Required: return say(StateWords::required());
        case Rule::Paused: return say(StateWords::paused());
        case Rule::OptedOutOfEverything: return say(isEverything ? StateWords::off() : StateWords::allOptionalOff());
        case Rule::OptedOutOfParent: return say(StateWords::offWithParent());
        case Rule::Snoozed: {
            if (!preference.isSnoozedAt(now))
                return say(StateWords::snoozed());
            const bool on = preference.state == PreferenceState::OptedIn ||
                            (preference.state == PreferenceState::Default && category.defaultIn);
            const QString snooze = say(StateWords::snoozedUntil(exactTime(*preference.snoozedUntil)));
            return on ? tr("%1, then on again").arg(snooze) : tr("%1, off after that too").arg(snooze);
        }
        case Rule::OptedOut: return say(StateWords::off());
        case Rule::Unreachable:
            return say(preference.state == PreferenceState::Default
                           ? StateWords::nothingSent()
                           : StateWords::kept(preference.state == PreferenceState::OptedOut ? StateWords::off()
                                                                                            : StateWords::on()));
        case Rule::OptedIn:
        case Rule::DefaultOut:
        case Rule::DefaultIn: break;
    }
    return byChoice();
}

QString Wording::turnBack(const Category& category, const Preference& preference, const Subject& subject,
                          Millis now) const
{
    const bool bound = preference.stateIsOwnWord || (preference.source && isOwnSurface(*preference.source)) ||
                       preference.requestedBy == RequestedBy::Person || preference.requestedBy == RequestedBy::Legal;
    if (preference.state != PreferenceState::OptedOut || !bound)
        return {};
    if (category.resubscribe == Resubscribe::Anyone)
        return {};
    const bool isNever = category.resubscribe == Resubscribe::Never;
    // Whoever wrote it down may mend a slip for a while; a link's way back is offered where it was used.
    const bool isOpen = preference.correctableUntil && now <= *preference.correctableUntil && preference.source &&
                        !isOwnSurface(*preference.source);
    if (isOpen) {
        const QString slip =
            tr("%1 can correct it until %2.").arg(who(preference), moment(*preference.correctableUntil, now));
        if (isNever)
            return slip + u' ' + tr("After that nobody can turn it back on.");
        return slip + u' ' +
               (subject.kind == SubjectKind::Channel
                    ? tr("After that only those who manage %1 can turn it back on, in Slack.").arg(nameOf(subject))
                    : tr("After that only %1 can turn it back on.").arg(nameOf(subject)));
    }
    if (isNever)
        return tr("Nobody can turn it back on.");
    return subject.kind == SubjectKind::Channel
               ? tr("Only those who manage %1 can turn it back on, in Slack.").arg(nameOf(subject))
               : tr("Only %1 can turn it back on.").arg(nameOf(subject));
}

QString Wording::why(const Category& category, const Decision& decision, const Subject& whose) const
{
    const QString name = nameOf(whose);
    switch (decision.rule) {
        case Rule::Unreachable: return unreachable(whose);
        case Rule::Required: return tr("It is required. %1").arg(builtInWords(category.requiredReason)).trimmed();
        case Rule::Paused: return tr("It is paused for the whole workspace.");
        case Rule::OptedOutOfEverything: return tr("All optional messages are off for %1.").arg(name);
        case Rule::Snoozed: return tr("It is snoozed for %1.").arg(name);
        case Rule::OptedOut: return tr("It is off for %1.").arg(name);
        case Rule::OptedIn: return tr("It is on for %1.").arg(name);
        case Rule::OptedOutOfParent: return tr("The group that it belongs to is off for %1.").arg(name);
        case Rule::DefaultOut: return tr("It is off by default in this workspace.");
        case Rule::DefaultIn: return tr("It is on by default in this workspace.");
    }
    return {};
}

QString Wording::whyThen(const Decision& decision, const Subject& whose) const
{
    const QString name = nameOf(whose);
    switch (decision.rule) {
        case Rule::Unreachable: return tr("Nothing could be sent to %1 then.").arg(name);
        case Rule::Required: return tr("It was required.");
        case Rule::Paused: return tr("It was paused for the whole workspace.");
        case Rule::OptedOutOfEverything: return tr("All optional messages were off for %1.").arg(name);
        case Rule::Snoozed: return tr("It was snoozed for %1.").arg(name);
        case Rule::OptedOut: return tr("It was off for %1.").arg(name);
        case Rule::OptedIn: return tr("It was on for %1.").arg(name);
        case Rule::OptedOutOfParent: return tr("The group that it belonged to was off for %1.").arg(name);
        case Rule::DefaultOut: return tr("It was off by default in this workspace.");
        case Rule::DefaultIn: return tr("It was on by default in this workspace.");
    }
    return {};
}

QString Wording::unreachable(const Subject& subject)
{
    const QString name = nameOf(subject);
    if (subject.archived)
        return tr("%1 is archived. Choices are kept and count again if it comes back.").arg(name);
    if (subject.bot)
        return tr("%1 is an app: it is sent nothing.").arg(name);
    if (subject.deleted)
        return tr("%1 has left this workspace. Choices are kept and count again if the account comes back.").arg(name);
    return tr("The address of %1 no longer takes messages. Choices are kept.").arg(name);
}

QString Wording::nameOf(const Subject& subject)
{
    const QString name = subject.name.simplified();
    if (name.isEmpty())
        return subject.id.toString();
    return subject.kind == SubjectKind::Channel ? QLatin1Char('#') + name : name;
}

}  // namespace refrain::console
