#include "ui/approvals/approvalwords.h"

#include "console/table/statewords.h"
#include "ui/common/subjectname.h"
#include "ui/common/timetext.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace refrain::ui {

using console::ApprovalView;
using console::StateWords;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(refrain::ui::ApprovalWords)
};

constexpr qsizetype mostNames = 8;

QJsonObject below(const ApprovalView& view, const char* key)
{
    return view.approval.act.value(QLatin1String(key)).toObject();
}

QString fromWords(const QString& state)
{
    if (state == QLatin1String("opted_out"))
        return StateWords::off();
    if (state == QLatin1String("opted_in"))
        return StateWords::on();
    return state == QLatin1String("snoozed") ? Text::tr("snoozed") : Text::tr("workspace default");
}

}  // namespace

QString ApprovalWords::people(qint64 count)
{
    return Text::tr("%1 people", nullptr, int(count)).arg(grouped(count));
}

QString ApprovalWords::actor(const Actor& actor)
{
    if (actor.kind == ActorKind::System)
        return actor.name.isEmpty() ? QStringLiteral("Refrain") : actor.name;
    return actor.name.isEmpty() ? actor.id : actor.name;
}

QString ApprovalWords::changesTitle(const ApprovalView& view) const
{
    const QString what =
        view.approval.category.isEmpty() ? Text::tr("several categories") : m_names.category(view.approval.category);
    const QString whom = view.approval.size == 1 && !view.subjects.empty()
                             ? m_names.subject(view.subjects.front().subject)
                             : people(view.approval.size);
    if (view.approval.kind == ApprovalKind::TurnBack)
        return Text::tr("Turn %1 back on for %2").arg(what, whom);
    const QJsonObject to = below(view, "to");
    const QString state = to.value(QLatin1String("state")).toString();
    if (state == QLatin1String("opted_out"))
        return Text::tr("Turn %1 off for %2").arg(what, whom);
    if (state == QLatin1String("default"))
        return Text::tr("Set %1 back to the default for %2").arg(what, whom);
    if (to.contains(QLatin1String("snoozedUntil")))
        return Text::tr("Snooze %1 for %2").arg(what, whom);
    return Text::tr("Change %1 for %2").arg(what, whom);
}

QString ApprovalWords::title(const ApprovalView& view) const
{
    switch (view.approval.kind) {
        case ApprovalKind::ManyChanges:
        case ApprovalKind::TurnBack: return changesTitle(view);
        case ApprovalKind::CategoryEdit: {
            const bool becomesRequired = below(view, "after").value(QLatin1String("required")).toBool() &&
                                         !below(view, "before").value(QLatin1String("required")).toBool();
            const QString what = m_names.category(view.approval.category);
            return becomesRequired ? Text::tr("Make %1 required").arg(what) : Text::tr("Edit %1").arg(what);
        }
        case ApprovalKind::Send:
            return Text::tr("Send a message of %1 to %2")
                .arg(m_names.category(view.approval.category),
                     Text::tr("%1 recipients", nullptr, int(view.approval.size)).arg(grouped(view.approval.size)));
        case ApprovalKind::Policy: return Text::tr("Change what needs approval");
        case ApprovalKind::Import: {
            const QString name = inSentence(view.approval.act.value(QLatin1String("name")).toString().simplified());
            const bool isUndo = view.approval.act.value(QLatin1String("undo")).toBool();
            return (isUndo ? Text::tr("Undo the import of “%1” for %2") : Text::tr("Import “%1” for %2"))
                .arg(name.left(80), people(view.approval.size));
        }
    }
    return {};
}

QString ApprovalWords::state(const ApprovalView& view)
{
    switch (view.approval.state) {
        case ApprovalState::Waiting:
            return view.mayDecide ? Text::tr("waits for you")
                   : view.isMine  ? Text::tr("waits for another admin")
                                  : Text::tr("waits for an admin");
        case ApprovalState::Applying: return Text::tr("approved, %1 of it done").arg(grouped(view.approval.done));
        case ApprovalState::Applied:
            return view.approval.kind == ApprovalKind::Import ? Text::tr("approved") : Text::tr("approved, in force");
        case ApprovalState::Refused: return Text::tr("refused");
        case ApprovalState::Withdrawn: return Text::tr("withdrawn");
        case ApprovalState::Expired: return Text::tr("expired");
        case ApprovalState::Outdated: return Text::tr("outdated");
    }
    return {};
}

Tone ApprovalWords::tone(const ApprovalView& view)
{
    switch (view.approval.state) {
        case ApprovalState::Waiting:
        case ApprovalState::Applying: return Tone::Waiting;
        case ApprovalState::Applied: return Tone::Text;
        default: return Tone::Muted;
    }
}

QStringList ApprovalWords::lines(const ApprovalView& view) const
{
    QStringList lines;
    const Approval& approval = view.approval;
    if (approval.overridden > 0)
        lines << Text::tr("It overrides a choice of their own for %1.").arg(people(approval.overridden));
    const QJsonObject from = below(view, "from");
    for (auto it = from.begin(); it != from.end(); ++it)
        lines << Text::tr("Now %1: %2", "a state, how many").arg(fromWords(it.key()), grouped(it->toInteger()));
    const QJsonObject becomes = below(view, "becomes");
    for (auto it = becomes.begin(); it != becomes.end(); ++it)
        lines << Text::tr("Then %1: %2", "a state, how many").arg(fromWords(it.key()), grouped(it->toInteger()));
    const QJsonObject summary = below(view, "summary");
    if (const qint64 waiting = summary.value(QLatin1String("waiting")).toInteger(); waiting > 0)
        lines << Text::tr("Would wait for people who are not here yet: %1").arg(grouped(waiting));
    if (const qint64 broken = summary.value(QLatin1String("broken")).toInteger(); broken > 0)
        lines << Text::tr("Rows that cannot be read: %1").arg(grouped(broken));
    if (const qint64 same = summary.value(QLatin1String("unchanged")).toInteger(); same > 0)
        lines << Text::tr("So already: %1").arg(grouped(same));
    if (const qint64 refused = summary.value(QLatin1String("refused")).toInteger(); refused > 0)
        lines << Text::tr("Left out by a choice or a rule: %1").arg(grouped(refused));
    if (approval.act.value(QLatin1String("tell")).toBool() &&
        (approval.kind == ApprovalKind::ManyChanges || approval.kind == ApprovalKind::Import))
        lines << Text::tr("They are told in Slack.");
    if (approval.kind == ApprovalKind::CategoryEdit) {
        const QString reason = below(view, "after").value(QLatin1String("requiredReason")).toString();
        if (!reason.isEmpty())
            lines << Text::tr("The reason that people read: %1").arg(reason);
    }
    if (approval.kind == ApprovalKind::Policy) {
        const QJsonObject after = below(view, "after");
        lines << (after.value(QLatin1String("on")).toBool()
                      ? Text::tr("Approval would be needed above %1.")
                            .arg(people(after.value(QLatin1String("above")).toInteger()))
                      : Text::tr("Nothing would need approval any more."));
    }
    return lines;
}

ApprovalWords::Note ApprovalWords::note(const ApprovalView& view)
{
    const Approval& approval = view.approval;
    const QString who = approval.decider ? actor(*approval.decider) : QString();
    switch (approval.state) {
        case ApprovalState::Waiting: break;
        case ApprovalState::Applying: return {Text::tr("%1 approved it; it is being done.").arg(who), {}};
        case ApprovalState::Applied: {
            if (approval.kind == ApprovalKind::Import)
                return {Text::tr("%1 approved it.").arg(who), Text::tr("Imports tells how far it is.")};
            const qint64 left = below(view, "summary").value(QLatin1String("changed")).toInteger() - approval.changed;
            return {Text::tr("%1 approved it, and it is in force.").arg(who),
                    left > 0 ? Text::tr("%1 had changed meanwhile and were left as they are.").arg(grouped(left))
                             : approval.decision};
        }
        case ApprovalState::Refused:
            return {Text::tr("%1 refused it. Nothing of it was done.").arg(who), approval.decision};
        case ApprovalState::Withdrawn: return {Text::tr("It was withdrawn. Nothing of it was done."), {}};
        case ApprovalState::Expired:
            return {Text::tr("Nobody decided in time. Nothing of it was done."),
                    Text::tr("It can be asked for again.")};
        case ApprovalState::Outdated:
            return {Text::tr("What it was about had changed. Nothing of it was done."),
                    Text::tr("It can be asked for again.")};
    }
    if (view.ground.isGone)
        return {Text::tr("What it is about has changed since, so it can no longer be done."),
                Text::tr("It can be asked for again."), true};
    if (view.ground.moved > 0)
        return {Text::tr("Changed since it was asked for: %1.").arg(grouped(view.ground.moved)),
                approval.kind == ApprovalKind::CategoryEdit
                    ? Text::tr("It would override other people's choices than when it was asked for. Approving "
                               "approves what stands now.")
                    : Text::tr("Theirs is left as it is. Approving does the rest."),
                true};
    return {Text::tr("Nothing of it is in force yet."), {}};
}

QString ApprovalWords::whyNot(const ApprovalView& view)
{
    if (view.approval.state != ApprovalState::Waiting || view.mayDecide)
        return {};
    return view.isMine ? Text::tr("You asked for this, so another admin decides.")
                       : Text::tr("You cannot decide this: another admin has to.");
}

QString ApprovalWords::sample(const ApprovalView& view) const
{
    if (view.subjects.empty())
        return {};
    QStringList names;
    for (const auto& subject : view.subjects) {
        if (names.size() < mostNames)
            names << m_names.subject(subject.subject);
    }
    if (const qint64 more = view.approval.size - names.size(); more > 0)
        names << Text::tr("and %1 more").arg(grouped(more));
    return names.join(QStringLiteral(", "));
}

QString ApprovalWords::rule(const console::ApprovalStanding& standing)
{
    if (!standing.policy.on)
        return Text::tr("Nothing needs a second admin's approval here.");
    const QString acts = Text::tr(
                             "A second admin approves acts and imports that change more than %1, messages to as many, "
                             "and whatever overrides a person's own no.")
                             .arg(people(standing.policy.above));
    return standing.active() ? acts : acts + u' ' + Text::tr("As long as there is only one admin, nothing waits.");
}

}  // namespace refrain::ui
