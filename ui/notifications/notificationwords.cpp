#include "ui/notifications/notificationwords.h"

#include "console/desk/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace refrain::ui {

namespace {

struct NotificationWords {
    Q_DECLARE_TR_FUNCTIONS(refrain::ui::NotificationWords)
public:
    /// Slack's word, or Refrain's, as the end of "failed: …".
    static QString error(const QString& word)
    {
        const std::pair<QLatin1String, QString> known[] = {
            {QLatin1String("user_disabled"), tr("the account was deactivated")},
            {QLatin1String("user_not_found"), tr("Slack knows nobody there any more")},
            {QLatin1String("channel_not_found"), tr("Slack knows no such channel")},
            {QLatin1String("not_in_channel"), tr("Refrain is not in the channel; invite it there")},
            {QLatin1String("cannot_dm_bot"), tr("it is a program")},
            {QLatin1String("is_archived"), tr("the channel is archived")},
            {QLatin1String("channel_is_archived"), tr("the channel is archived")},
            {QLatin1String("no_service"), tr("the webhook was removed")},
            {QLatin1String("no_active_hooks"), tr("the webhook was removed")},
            {QLatin1String("restricted_action"), tr("an admin of the workspace does not allow posting there")},
            {QLatin1String("msg_too_long"), tr("the message is too long for Slack")},
            {QLatin1String("ratelimited"), tr("Slack took no more messages for now")},
            {QLatin1String("rate_limited"), tr("Slack took no more messages for now")},
            {QLatin1String("unreachable_slack"), tr("Slack could not be reached")},
            {QLatin1String("timeout"), tr("Slack did not answer in time")},
            {QLatin1String("no_answer"), tr("Slack's answer was lost")},
            {QLatin1String("unrecorded"), tr("Refrain was stopped in between")},
            {QLatin1String("category_archived"), tr("the category was archived meanwhile")},
            {QLatin1String("cancelled"), tr("cancelled before its turn")},
        };
        for (const auto& [name, words] : known) {
            if (word == name)
                return words;
        }
        return word.isEmpty() ? tr("no reason was given") : tr("Slack said “%1”").arg(word);
    }
};

}  // namespace

QString progressWords(const console::SentNotification& sent)
{
    using console::grouped;
    const NotificationSummary& summary = sent.summary;
    const QString far = NotificationWords::tr("%1 of %2").arg(grouped(sent.settled()), grouped(sent.total()));
    switch (sent.notification.state) {
        case NotificationState::Queued: return NotificationWords::tr("waits to be sent");
        case NotificationState::Sending: return NotificationWords::tr("sending, %1").arg(far);
        case NotificationState::Paused: return NotificationWords::tr("paused at %1").arg(far);
        case NotificationState::Cancelled:
            return NotificationWords::tr("cancelled, %1 had been sent").arg(grouped(summary.sent));
        case NotificationState::Done: break;
    }
    if (summary.failed > 0)
        return NotificationWords::tr("sent, %1 failed").arg(grouped(summary.failed));
    if (summary.uncertain > 0)
        return NotificationWords::tr("sent, %1 not known").arg(grouped(summary.uncertain));
    return summary.sent > 0 ? NotificationWords::tr("sent") : NotificationWords::tr("nobody got it");
}

Tone progressTone(const console::SentNotification& sent)
{
    const NotificationSummary& summary = sent.summary;
    switch (sent.notification.state) {
        case NotificationState::Queued:
        case NotificationState::Sending: return sent.notification.error.isEmpty() ? Tone::Text : Tone::Danger;
        case NotificationState::Paused: return Tone::Waiting;
        case NotificationState::Cancelled: return Tone::Muted;
        case NotificationState::Done: break;
    }
    return summary.failed > 0 ? Tone::Danger : summary.uncertain > 0 ? Tone::Waiting : Tone::Muted;
}

QString skipWords(Rule rule)
{
    switch (rule) {
        case Rule::Unreachable: return NotificationWords::tr("cannot be reached");
        case Rule::Paused: return NotificationWords::tr("the category is paused");
        case Rule::OptedOutOfEverything: return NotificationWords::tr("all optional messages are off");
        case Rule::Snoozed: return NotificationWords::tr("snoozed");
        case Rule::OptedOut: return NotificationWords::tr("turned off");
        case Rule::OptedOutOfParent: return NotificationWords::tr("its group is turned off");
        case Rule::DefaultOut: return NotificationWords::tr("off by default");
        case Rule::Required:
        case Rule::OptedIn:
        case Rule::DefaultIn: break;
    }
    return {};
}

QString fateWords(const console::RecipientFate& fate, const QString& sameAs)
{
    switch (fate.outcome) {
        case RecipientOutcome::Queued:
        case RecipientOutcome::Underway: return NotificationWords::tr("waits");
        case RecipientOutcome::Sent:
            return sameAs.isEmpty() ? NotificationWords::tr("sent")
                                    : NotificationWords::tr("sent, as the same address as %1").arg(sameAs);
        case RecipientOutcome::Skipped: {
            const auto rule = ruleFromString(fate.rule);
            const QString why = rule ? skipWords(*rule) : NotificationWords::error(fate.error);
            return NotificationWords::tr("skipped: %1").arg(why);
        }
        case RecipientOutcome::Failed:
            return NotificationWords::tr("failed: %1").arg(NotificationWords::error(fate.error));
        case RecipientOutcome::Uncertain:
            return NotificationWords::tr("not known: %1").arg(NotificationWords::error(fate.error));
    }
    return {};
}

Tone fateTone(RecipientOutcome outcome)
{
    switch (outcome) {
        case RecipientOutcome::Sent: return Tone::Good;
        case RecipientOutcome::Failed: return Tone::Danger;
        case RecipientOutcome::Uncertain: return Tone::Waiting;
        default: return Tone::Muted;
    }
}

QString leftOutWords(const console::RecipientList::LeftOut& out)
{
    using Why = console::RecipientList::Why;
    switch (out.why) {
        case Why::Shared:
            if (out.entry.startsWith(u'#'))
                return NotificationWords::tr("%1 channels have this name: use the ID").arg(out.bearers);
            return out.entry.contains(u'@')
                       ? NotificationWords::tr("%1 people have this e-mail address: use the ID").arg(out.bearers)
                       : NotificationWords::tr("%1 people have this name: use the e-mail address or the ID")
                             .arg(out.bearers);
        case Why::Archived: return NotificationWords::tr("nothing is sent to an archived channel");
        case Why::Program: return NotificationWords::tr("nothing is sent to a program");
        case Why::Left: return NotificationWords::tr("nothing is sent to somebody who has left");
        case Why::Nobody: break;
    }
    return out.entry.startsWith(u'#') ? NotificationWords::tr("no channel has this name")
                                      : NotificationWords::tr("nobody has this name, e-mail address or ID");
}

QString callsWords(const QStringList& called)
{
    return called.isEmpty() ? QString()
                            : NotificationWords::tr(
                                  "%1 in a channel makes Slack notify everybody there, also those who "
                                  "turned this category off.")
                                  .arg(called.join(QStringLiteral(", ")));
}

QString leftOutText(const console::RecipientList& list, size_t most)
{
    if (list.leftOutCount == 0)
        return {};
    QStringList lines{NotificationWords::tr("Entries that are left out: %1").arg(console::grouped(list.leftOutCount))};
    for (size_t at = 0; at < std::min(most, list.leftOut.size()); ++at)
        lines << NotificationWords::tr("“%1”: %2", "an entry of a list, and why it is left out")
                     .arg(list.leftOut[at].entry.left(60), leftOutWords(list.leftOut[at]));
    if (list.leftOutCount > qint64(most))
        lines << QStringLiteral("…");
    return lines.join(u'\n');
}

}  // namespace refrain::ui
