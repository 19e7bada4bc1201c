#include "console/desk/subjectdetail.h"

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

QString Wording::how(Source source)
{
    switch (source) {
        case Source::Console: return tr("in the console");
        case Source::SlashCommand: return tr("with /optout");
        case Source::AppHome: return tr("in Slack's App Home");
        case Source::MessageButton: return tr("with a message's button");
        case Source::Link: return tr("through an opt-out link");
        case Source::OneClick: return tr("with one-click unsubscribe");
        case Source::Api: return tr("through the API");
        case Source::Import: return tr("by an import");
        case Source::Connector: return tr("through a connected system");
        case Source::Policy: return tr("by a policy");
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
        case PreferenceState::Default: return tr("%1 set them back to the default %2 on %3.").arg(actor, way, time);
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

QString Wording::state(const Category& category, const Preference& preference, Millis now) const
{
    if (category.required)
        return tr("Required");
    if (category.paused)
        return tr("Paused");
    const bool on = preference.state == PreferenceState::OptedIn ||
                    (preference.state == PreferenceState::Default && category.defaultIn);
    if (preference.isSnoozedAt(now)) {
        const QString end = exactTime(*preference.snoozedUntil);
        return on ? tr("Snoozed until %1, then on again").arg(end)
                  : tr("Snoozed until %1, off after that too").arg(end);
    }
    switch (preference.state) {
        case PreferenceState::OptedOut: return tr("Off");
        case PreferenceState::OptedIn: return tr("On");
        case PreferenceState::Default:
            return on ? tr("On, the workspace's default") : tr("Off, the workspace's default");
    }
    return {};
}

QString Wording::turnBack(const Category& category, const Preference& preference, const QString& name) const
{
    const bool byStaff = preference.source == Source::Console &&
                         preference.requestedBy.value_or(RequestedBy::Staff) == RequestedBy::Staff;
    if (preference.state != PreferenceState::OptedOut || byStaff)
        return {};
    switch (category.resubscribe) {
        case Resubscribe::Anyone: return {};
        case Resubscribe::UserOnly: return tr("Only %1 can turn it back on.").arg(name);
        case Resubscribe::Never: return tr("Nobody can turn it back on.");
    }
    return {};
}

QString Wording::why(const Category& category, const Decision& decision, const QString& name) const
{
    const QString& title = category.title;
    switch (decision.rule) {
        case Rule::Unreachable: return tr("Nothing can be delivered: %1 can no longer be reached.").arg(name);
        case Rule::Required:
            return tr("%1 would be delivered: it is required. %2").arg(title, category.requiredReason).trimmed();
        case Rule::Paused: return tr("%1 would not be delivered: it is paused for the whole workspace.").arg(title);
        case Rule::OptedOutOfEverything:
            return tr("%1 would not be delivered: all optional messages are off for %2.").arg(title, name);
        case Rule::Snoozed: return tr("%1 would not be delivered now: a snooze lasts.").arg(title);
        case Rule::OptedOut: return tr("%1 would not be delivered: it is off for %2.").arg(title, name);
        case Rule::OptedIn: return tr("%1 would be delivered: it is on for %2.").arg(title, name);
        case Rule::OptedOutOfParent:
            return tr("%1 would not be delivered: the group that it belongs to is off for %2.").arg(title, name);
        case Rule::DefaultOut:
            return tr("%1 would not be delivered: it is off by default in this workspace.").arg(title);
        case Rule::DefaultIn: return tr("%1 would be delivered: it is on by default in this workspace.").arg(title);
    }
    return {};
}

}  // namespace refrain::console
