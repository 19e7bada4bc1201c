#include "ui/bulk/bulkwords.h"

#include "console/approvals/approvals.h"
#include "console/table/statewords.h"
#include "ui/common/timetext.h"

#include <QCoreApplication>

namespace refrain::ui {

using console::BulkFate;
using console::BulkKind;
using console::BulkRun;
using console::BulkTally;
using console::StateWords;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(BulkWords)
};

using Stage = BulkRun::Stage;

/// Too little time or work tells nothing about the rest.
constexpr Millis tellingAfter = 700;

constexpr BulkFate withoutChange[] = {BulkFate::Same,    BulkFate::OwnWord, BulkFate::Required, BulkFate::Archived,
                                      BulkFate::Unknown, BulkFate::Moved,   BulkFate::Refused};

}  // namespace

QString quotedTitle(const Category& category)
{
    return category.slug == everyCategory() ? Text::tr("All optional messages") : Text::tr("“%1”").arg(category.title);
}

QString BulkWords::many(qint64 count) const
{
    const QString text = m_counted == Counted::People ? Text::tr("%1 people", nullptr, int(count))
                                                      : Text::tr("%1 channels", nullptr, int(count));
    return text.arg(grouped(count));
}

QString BulkWords::title(BulkKind kind, qint64 count) const
{
    switch (kind) {
        case BulkKind::OptOut: return Text::tr("Opt out %1").arg(many(count));
        case BulkKind::BackToDefault: return Text::tr("Set %1 back to the default").arg(many(count));
        case BulkKind::Snooze: return Text::tr("Snooze %1").arg(many(count));
        case BulkKind::TakeBack: return Text::tr("Take it back for %1").arg(many(count));
    }
    return {};
}

QString BulkWords::from(BulkTally::From from, const Category& category) const
{
    switch (from) {
        case BulkTally::From::Default: return StateWords::byDefault(category.defaultIn);
        case BulkTally::From::OptedIn: return StateWords::on();
        case BulkTally::From::OptedOut: return StateWords::off();
        case BulkTally::From::Snoozed: return StateWords::snoozed();
    }
    return {};
}

QString BulkWords::to(const console::BulkAct& act, const Category& category) const
{
    switch (act.kind == BulkKind::TakeBack ? act.takesBack : act.kind) {
        case BulkKind::OptOut: return StateWords::off();
        case BulkKind::BackToDefault: return from(BulkTally::From::Default, category);
        case BulkKind::Snooze: return StateWords::snoozedUntil(shortTime(act.until, m_zone));
        case BulkKind::TakeBack: break;
    }
    return {};
}

std::pair<QString, QString> BulkWords::step(const console::BulkAct& act, const console::BulkItem& item,
                                            const Category& category, Millis now) const
{
    const QString found = from(console::fromOf(item.choice, now), category);
    if (act.kind == BulkKind::TakeBack)
        return {to(act, category), found};
    return {found, to(act, category)};
}

QString BulkWords::why(BulkFate fate)
{
    switch (fate) {
        case BulkFate::NotAsked:
        case BulkFate::Changes:
        case BulkFate::Changed: return {};
        case BulkFate::Same: return Text::tr("so already");
        case BulkFate::OwnWord: return Text::tr("left out: their own no, which only they turn back");
        case BulkFate::Required: return Text::tr("left out: required for everybody");
        case BulkFate::Archived: return Text::tr("left out: the category is archived");
        case BulkFate::Unknown: return Text::tr("left out: not known to the backend");
        case BulkFate::Moved: return Text::tr("left as it is: changed meanwhile");
        case BulkFate::Refused: return Text::tr("left out: refused by the backend");
    }
    return {};
}

QStringList BulkWords::lines(const BulkRun& run, const Category& category) const
{
    QStringList lines;
    for (const auto& [found, count] : run.tally().from) {
        const QString was = from(found, category);
        const QString made = to(run.act(), category);
        const bool isBack = run.act().kind == BulkKind::TakeBack;
        lines << Text::tr("%1 → %2: %3", "state before, state after, how many")
                     .arg(isBack ? made : was, isBack ? was : made, grouped(count));
    }
    for (const BulkFate fate : withoutChange) {
        if (const qint64 count = run.tally()[fate]; count > 0)
            lines << Text::tr("%1: %2", "why nothing is done, to how many")
                         .arg(StateWords::sentence(why(fate)), grouped(count));
    }
    return lines;
}

BulkWords::Note BulkWords::result(const BulkRun& run, const Category& category) const
{
    const QString whom = many(run.tally()[BulkFate::Changed]);
    const QString what = quotedTitle(category);
    Note note;
    switch (run.act().kind) {
        case BulkKind::OptOut: note.headline = Text::tr("%1: now off for %2.").arg(what, whom); break;
        case BulkKind::BackToDefault:
            note.headline = Text::tr("%1: back to the default for %2.").arg(what, whom);
            break;
        case BulkKind::Snooze:
            note.headline =
                Text::tr("%1: snoozed for %2 until %3.").arg(what, whom, shortTime(run.act().until, m_zone));
            break;
        case BulkKind::TakeBack: note.headline = Text::tr("%1: taken back for %2.").arg(what, whom); break;
    }
    note.text = lines(run, category).join(u'\n');
    return note;
}

BulkWords::Note BulkWords::note(const BulkRun& run, const Category& category, Millis now) const
{
    const BulkRun::Progress& progress = run.progress();
    switch (run.stage()) {
        case Stage::Idle: return {};
        case Stage::Looking: return {Text::tr("Looking whom it changes."), pace(progress, now)};
        case Stage::Checking: return {Text::tr("Looking whether it is still so."), {}};
        case Stage::Looked: break;
        case Stage::Applying: return {Text::tr("Being done."), pace(progress, now)};
        case Stage::Stopping: return {Text::tr("Stopping after what is on its way."), pace(progress, now)};
        case Stage::Stopped:
            return {Text::tr("Stopped: %1 of %2 done, each of them whole.")
                        .arg(grouped(progress.done), grouped(progress.total)),
                    lines(run, category).join(u'\n')};
        case Stage::Stuck:
            return {run.problem(),
                    run.hasBegun() ? Text::tr("%1 of %2 are done. Going on does nothing twice.")
                                         .arg(grouped(progress.done), grouped(progress.total))
                                   : Text::tr("Nothing was changed."),
                    true};
        case Stage::Asking: return {Text::tr("Sending it to a second admin."), {}};
        case Stage::Asked:
            return {Text::tr("Sent for approval: %1.").arg(many(run.tally()[BulkFate::Changes])),
                    Text::tr("Nothing of it is in force until a second admin approves. It stands under Approvals.")};
        case Stage::Done: return result(run, category);
    }
    const qint64 count = run.tally()[BulkFate::Changes];
    Note note{count == 0 ? Text::tr("It changes nobody.") : Text::tr("It changes %1.").arg(many(count)),
              lines(run, category).join(u'\n')};
    if (run.needsApproval())
        note.text = (console::needsApprovalSentence() + u'\n' + note.text).trimmed();
    if (run.moved() > 0) {
        note.headline = Text::tr("Changed since you looked: %1. Nothing was done; look again.").arg(many(run.moved())) +
                        u' ' + note.headline;
        note.isBad = true;
    }
    return note;
}

QString BulkWords::pace(const BulkRun::Progress& progress, Millis now)
{
    QString text = Text::tr("%1 of %2").arg(grouped(progress.done), grouped(progress.total));
    const Millis spent = now - progress.startedAt;
    const qint64 made = progress.done - progress.startedWith;
    if (spent < tellingAfter || made <= 0)
        return text;
    text += QStringLiteral(" · ") + Text::tr("%1 a second").arg(grouped(qMax(qint64(1), made * 1'000 / spent)));
    if (progress.total > progress.done) {
        const Millis left = (progress.total - progress.done) * spent / made;
        text += QStringLiteral(" · ") + Text::tr("%1 left").arg(durationText((left + 999) / 1'000 * 1'000));
    }
    return text;
}

}  // namespace refrain::ui
