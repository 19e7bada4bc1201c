#include "ui/notifications/originfinder.h"

#include "console/desk/desk.h"
#include "ui/common/subjectname.h"
#include "ui/common/timetext.h"
#include "ui/common/whendone.h"
#include "ui/notifications/notificationwords.h"

namespace refrain::ui {

using console::AskedBefore;
using console::PostedMessage;
using console::PostedMessages;

namespace {

constexpr Millis minute = 60'000;
/// A program may think a while between asking and sending.
constexpr Millis askedBefore = 15 * minute;

/// Why it was sent, by the rule that held.
QString sentBecause(Rule rule)
{
    switch (rule) {
        case Rule::Required: return OriginFinder::tr("It is required: nobody can turn it off.");
        case Rule::OptedIn: return OriginFinder::tr("It had been turned on there.");
        case Rule::DefaultIn:
            return OriginFinder::tr("It is on for whoever did not turn it off, and it had not been turned off there.");
        default: return {};
    }
}

}  // namespace

OriginFinder::OriginFinder(console::Desk& desk, const QTimeZone& zone, QObject* parent)
    : QObject(parent), m_desk(desk), m_zone(zone), m_origins(desk.calls())
{
}

void OriginFinder::find(const console::MessagePlace& place)
{
    const quint64 question = ++m_question;
    whenDone(m_origins.posted(place), this,
             [this, question, at = place.at](const Result<PostedMessages>& posted) { take(question, posted, at); });
}

void OriginFinder::find(const SubjectId& subject, Millis at)
{
    const quint64 question = ++m_question;
    // Said to the minute, and clocks differ.
    whenDone(m_origins.posted(subject, at - 2 * minute, at + 3 * minute), this,
             [this, question, at](const Result<PostedMessages>& posted) { take(question, posted, at); });
}

void OriginFinder::take(quint64 question, const Result<PostedMessages>& posted, Millis at)
{
    if (question != m_question)
        return;
    if (!posted)
        fail(posted.error());
    else if (!posted->items.empty())
        tellSent(question, posted->items.front());
    else
        tellAsked(question, posted->subject, at);
}

void OriginFinder::tellSent(quint64 question, const PostedMessage& message)
{
    whenDone(
        m_origins.ruleAt(message.category, message.subject, message.at), this,
        [this, question, message](const Result<Rule>& rule) {
            if (question != m_question)
                return;
            QStringList words{tr("%1 sent it to %2 on %3, as “%4”.")
                                  .arg(inSentence(message.actor.name), inSentence(shownName(m_desk, message.subject)),
                                       shortTime(message.at, m_zone), titleOf(message.category))};
            if (rule)
                words << sentBecause(*rule);
            emit answered({tr("Refrain sent this."), words.join(u' ').trimmed(), message.notification});
        });
}

void OriginFinder::tellAsked(quint64 question, const SubjectId& subject, Millis at)
{
    const QString own = tr("Refrain's answers to commands and its confirmations are not looked through here.");
    if (subject.isEmpty()) {
        emit answered(
            {tr("Refrain has no record of sending this."),
             tr("From the link alone it is not known to whom it went. Name the person or channel and the time "
                "to see whether another program asked before.") +
                 u'\n' + own,
             {}});
        return;
    }
    whenDone(
        m_origins.asked(subject, at - askedBefore, at + minute), this,
        [this, question, subject, own](const Result<std::vector<AskedBefore>>& asked) {
            if (question != m_question)
                return;
            if (!asked) {
                fail(asked.error());
                return;
            }
            const QString whom = inSentence(shownName(m_desk, subject));
            if (asked->empty()) {
                emit answered({tr("Refrain neither sent this nor was asked."),
                               tr("No program asked about %1 in the quarter of an hour before.").arg(whom) + u' ' + own,
                               {}});
                return;
            }
            QStringList lines;
            for (const AskedBefore& one : *asked) {
                const QString head =
                    tr("%1 asked at %2 about “%3”", "program, time, category")
                        .arg(inSentence(one.caller.name), shortTime(one.at, m_zone), titleOf(one.category));
                lines << (one.deliver ? tr("%1 and was told that it may be sent.").arg(head)
                                      : tr("%1 and was told to skip %2: %3.").arg(head, whom, skipWords(one.rule)));
            }
            emit answered({tr("Refrain did not send this, but was asked."), lines.join(u'\n'), {}});
        });
}

void OriginFinder::fail(const Error& error)
{
    emit answered({tr("It could not be looked up."), error.message(), {}});
}

QString OriginFinder::titleOf(const CategorySlug& category) const
{
    const Category* known = m_desk.category(category);
    return known ? known->title : category.toString();
}

}  // namespace refrain::ui
