#include "service/slackside/choicewords.h"

#include "slack/payloads/installation.h"

#include <QLocale>

namespace refrain::service {
namespace {

using slack::escaped;

constexpr qsizetype namesTold = 10;

QString dayWords(Millis time, const QTimeZone& zone)
{
    return QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(time, zone).date(), QStringLiteral("d MMMM yyyy"));
}

QString listed(const QStringList& names)
{
    QString text = names.mid(0, namesTold).join(QStringLiteral(", "));
    if (names.size() > namesTold)
        text += QStringLiteral(" and %1 more").arg(names.size() - namesTold);
    return text;
}

QString since(const ShownCategory& shown, const QTimeZone& zone)
{
    return shown.view.decision.since ? QStringLiteral(" since %1").arg(dayWords(*shown.view.decision.since, zone))
                                     : QString();
}

QString snoozeEnd(const ShownCategory& shown, const QTimeZone& zone)
{
    const std::optional<Millis> end = shown.view.preference.snoozedUntil;
    return end ? QStringLiteral("paused until %1").arg(momentWords(*end, zone)) : QStringLiteral("paused");
}

}  // namespace

QString nameOf(const Category& category)
{
    if (category.slug == everyCategory())
        return QStringLiteral("all optional messages");
    const QString title = category.title.isEmpty() ? category.slug.toString() : category.title;
    return QStringLiteral("*%1*").arg(escaped(title).replace(QLatin1Char('*'), QChar(0x2217)));
}

QString momentWords(Millis time, const QTimeZone& zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time, zone);
    return QStringLiteral("%1 (%2)").arg(
        QLocale::c().toString(local, QStringLiteral("dddd, d MMMM yyyy, HH:mm")),
        zone == QTimeZone::utc() ? QStringLiteral("UTC") : QString::fromLatin1(zone.id()));
}

QString stopsWords(const Category& category, std::optional<Millis> until, const QTimeZone& zone)
{
    const bool isAll = category.slug == everyCategory();
    const bool isMessage = category.kind == CategoryKind::Message;
    const QString name = nameOf(category);
    if (until && isAll)
        return QStringLiteral("You get no optional messages until %1. After that they come again by themselves.")
            .arg(momentWords(*until, zone));
    if (until && isMessage)
        return QStringLiteral("You get no %1 until %2. After that they come again by themselves.")
            .arg(name, momentWords(*until, zone));
    if (until)
        return QStringLiteral("%1 is off for you until %2. After that it is on again by itself.")
            .arg(name, momentWords(*until, zone));
    if (isAll)
        return QStringLiteral("From now on you no longer get any optional messages.");
    return isMessage ? QStringLiteral("From now on you no longer get %1.").arg(name)
                     : QStringLiteral("From now on %1 is off for you.").arg(name);
}

QString startsWords(const Category& category)
{
    if (category.slug == everyCategory())
        return QStringLiteral("From now on optional messages come again.");
    return category.kind == CategoryKind::Message
               ? QStringLiteral("You get %1 again, from now on.").arg(nameOf(category))
               : QStringLiteral("%1 is on for you again, from now on.").arg(nameOf(category));
}

QString stateWords(const ShownCategory& shown, const QTimeZone& zone)
{
    switch (shown.view.decision.rule) {
        case Rule::Required:
            return QStringLiteral("always on, because it is required. %1").arg(escaped(shown.category.requiredReason));
        case Rule::Paused: return QStringLiteral("paused for everybody by this workspace");
        case Rule::OptedOutOfEverything:
            return QStringLiteral("off with all optional messages%1").arg(since(shown, zone));
        case Rule::Snoozed: return snoozeEnd(shown, zone);
        case Rule::OptedOut: return QStringLiteral("off%1").arg(since(shown, zone));
        case Rule::OptedIn: return QStringLiteral("on, as you chose");
        case Rule::OptedOutOfParent:
            return QStringLiteral("off with the group it belongs to%1").arg(since(shown, zone));
        case Rule::DefaultOut: return QStringLiteral("off, unless you turn it on");
        case Rule::DefaultIn: return QStringLiteral("on");
        case Rule::Unreachable: return QStringLiteral("not sent, because you cannot be reached");
    }
    return {};
}

QString stillComesWords(const std::vector<ShownCategory>& all)
{
    QStringList optional;
    QStringList required;
    for (const ShownCategory& shown : all) {
        if (shown.category.required)
            required << QStringLiteral("%1 always comes, because it is required: %2")
                            .arg(nameOf(shown.category), escaped(shown.category.requiredReason));
        else if (shown.view.decision.deliver)
            optional << nameOf(shown.category);
    }
    QStringList lines;
    if (!optional.isEmpty())
        lines << QStringLiteral("You still get %1.").arg(listed(optional));
    lines << required.mid(0, namesTold);
    return lines.join(QLatin1Char('\n'));
}

QString heldBackWords(const ShownCategory& shown, const QTimeZone& zone)
{
    if (shown.view.decision.deliver)
        return {};
    switch (shown.view.decision.rule) {
        case Rule::OptedOutOfEverything:
            return QStringLiteral("It does not come yet, because all optional messages are off for you.");
        case Rule::Paused: return QStringLiteral("It does not come yet: this workspace has paused it for everybody.");
        case Rule::Snoozed:
            return QStringLiteral("It does not come yet, because it is %1 together with others.")
                .arg(snoozeEnd(shown, zone));
        case Rule::OptedOut:
        case Rule::OptedOutOfParent:
            return QStringLiteral("It does not come yet, because another account of yours has turned it off.");
        default: return QStringLiteral("It does not come yet: %1.").arg(stateWords(shown, zone));
    }
}

QString wayBackWords(const Category& category)
{
    if (category.resubscribe == Resubscribe::Never)
        return QStringLiteral("This choice is final: it cannot be turned back.");
    return QStringLiteral("Changed your mind? Press Undo, or type `/optin %1`.")
        .arg(category.slug == everyCategory() ? QStringLiteral("all") : category.slug.toString());
}

QString refusalWords(const Category& category, Refusal refusal, const QString& sentence)
{
    switch (refusal) {
        case Refusal::CategoryRequired:
            return QStringLiteral("%1 cannot be turned off, because it is required: %2 Nothing was changed.")
                .arg(nameOf(category), escaped(category.requiredReason));
        case Refusal::CategoryArchived:
            return QStringLiteral("%1 is not sent any more, so there is nothing to choose. Nothing was changed.")
                .arg(nameOf(category));
        case Refusal::PreconditionFailed:
            return QStringLiteral("%1 was changed since, so nothing was undone. `/optstatus` shows what is in force.")
                .arg(nameOf(category));
        case Refusal::Conflict:
            return QStringLiteral(
                       "You turned off %1 for good, and by the policy of this workspace nobody turns that "
                       "back. Nothing was changed.")
                .arg(nameOf(category));
        case Refusal::Unprocessable: return escaped(sentence);
    }
    return {};
}

QString helpWords(const std::vector<ShownCategory>& all)
{
    QStringList names;
    for (const ShownCategory& shown : all)
        names << QStringLiteral("%1 (`%2`)").arg(nameOf(shown.category), shown.category.slug.toString());
    const QString example = all.empty() ? QStringLiteral("reminders") : all.front().category.slug.toString();
    return QStringLiteral(
               "*What you can type*\n"
               "`/optout` – choose from everything there is\n"
               "`/optout %1` – stop it, until you turn it on again\n"
               "`/optout %1 2w`, `… until monday`, `… until 2026-12-24` – pause it\n"
               "`/optout all` – stop all optional messages\n"
               "`/optin %1` – get it again\n"
               "`/optout undo` – take your last change back\n"
               "`/optstatus` – what is on and what is off\n"
               "Or write “stop” to this app.\n"
               "There is: %2.")
        .arg(example, listed(names));
}

}  // namespace refrain::service
