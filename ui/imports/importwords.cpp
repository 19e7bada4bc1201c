#include "ui/imports/importwords.h"

#include "console/approvals/approvals.h"
#include "console/table/statewords.h"
#include "ui/approvals/approvalwords.h"
#include "ui/bulk/bulkwords.h"
#include "ui/common/timetext.h"

#include <QCoreApplication>

namespace refrain::ui {

namespace {

using Stage = console::ImportRun::Stage;
using console::StateWords;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(refrain::ui::ImportWords)
};

ImportWords::Note checked(const console::ImportRun& run, const QStringList& lines)
{
    const qint64 changes = run.counts().changed;
    QStringList text;
    if (run.needsApproval())
        text << console::needsApprovalSentence();
    return {changes == 0 ? Text::tr("It changes nothing.")
                         : Text::tr("%1 of %2 change something.", "how many, of how many rows")
                               .arg(grouped(changes), ImportWords::rows(run.counts().all())),
            (text + lines + QStringList{Text::tr("Nothing is written yet.")}).join(u'\n'), false};
}

}  // namespace

QString ImportWords::rows(qint64 count)
{
    return Text::tr("%1 rows", nullptr, int(count)).arg(grouped(count));
}

QString ImportWords::people(qint64 count)
{
    return Text::tr("%1 choices", nullptr, int(count)).arg(grouped(count));
}

QStringList ImportWords::lines(const ImportCounts& counts, bool isDone)
{
    QStringList lines;
    const auto add = [&lines](const QString& what, qint64 count) {
        if (count > 0)
            lines << Text::tr("%1: %2", "what becomes of rows, how many").arg(what, grouped(count));
    };
    add(isDone ? Text::tr("Changed something") : Text::tr("Would change something"), counts.changed);
    add(Text::tr("So already"), counts.unchanged);
    add(Text::tr("Left out, because of a choice or a rule here"), counts.refused);
    add(isDone ? Text::tr("Waiting for people who are not here yet")
               : Text::tr("Would wait for people who are not here yet"),
        counts.waiting);
    add(Text::tr("Cannot be read"), counts.broken);
    if (lines.size() > 1)
        lines << Text::tr("Together: %1").arg(ImportWords::rows(counts.all()));
    return lines;
}

ImportWords::Note ImportWords::note(const console::ImportRun& run, Millis now)
{
    const bool isGathering = run.hasBegun() && !isTakenOver(run.import().state);
    const QStringList counted = lines(run.counts(), run.hasBegun() && !isGathering);
    const qint64 percent = run.progress().total > 0 ? run.progress().done * 100 / run.progress().total : 0;
    switch (run.stage()) {
        case Stage::Idle: return {Text::tr("The check was stopped."), Text::tr("Nothing was changed."), false};
        case Stage::Checking:
            return {Text::tr("Checking every row: %1 %").arg(grouped(qMin(percent, qint64(100)))),
                    (QStringList{Text::tr("%1 so far").arg(rows(run.counts().all()))} + counted).join(u'\n'), false};
        case Stage::Checked: return checked(run, counted);
        case Stage::Applying:
        case Stage::Stopping:
            return {run.stage() == Stage::Stopping ? Text::tr("Stopping after the rows that are on their way.")
                    : isGathering ? Text::tr("Sending the rows: %1").arg(BulkWords::pace(run.progress(), now))
                                  : Text::tr("Importing: %1").arg(BulkWords::pace(run.progress(), now)),
                    counted.join(u'\n'), false};
        case Stage::Stopped:
            return {Text::tr("Stopped after %1.").arg(rows(run.import().received)),
                    (counted + QStringList{isGathering ? Text::tr("Nothing of it is in force yet.")
                                                       : Text::tr("What was imported so far is in force.")})
                        .join(u'\n'),
                    false};
        case Stage::Stuck:
            return {run.hasBegun() ? Text::tr("It stopped after %1.").arg(rows(run.import().received))
                                   : Text::tr("Nothing was changed."),
                    run.problem(), true};
        case Stage::Done: return outcome(run.import());
    }
    return {};
}

QString ImportWords::state(const Import& import)
{
    switch (import.state) {
        case ImportState::Running:
            return import.total ? Text::tr("%1 of %2 rows so far").arg(grouped(import.received), grouped(*import.total))
                                : Text::tr("%1 so far").arg(rows(import.received));
        case ImportState::Gathering: return Text::tr("%1 sent, none imported yet").arg(rows(import.received));
        case ImportState::Held: return Text::tr("waits for a second admin");
        case ImportState::Applying:
            return Text::tr("%1 of %2 rows so far").arg(grouped(import.counts.all()), grouped(import.received));
        case ImportState::Refused: return Text::tr("refused");
        case ImportState::Expired: return Text::tr("expired");
        case ImportState::Done: return Text::tr("imported");
        case ImportState::Cancelled: return Text::tr("ended early");
        case ImportState::Undoing: return Text::tr("being undone");
        case ImportState::Undone: return Text::tr("undone");
    }
    return {};
}

Tone ImportWords::tone(const Import& import)
{
    switch (import.state) {
        case ImportState::Running:
        case ImportState::Gathering:
        case ImportState::Held:
        case ImportState::Applying:
        case ImportState::Undoing: return Tone::Waiting;
        default: return Tone::Muted;
    }
}

ImportWords::Note ImportWords::outcome(const Import& import)
{
    const QString counted = lines(import.counts, true).join(u'\n');
    switch (import.state) {
        case ImportState::Running:
            return {Text::tr("Not all rows are in."),
                    Text::tr("%1. Where nobody is importing any more, end it here and import the same file again: what "
                             "is in force already is passed over.")
                        .arg(StateWords::sentence(state(import))),
                    false};
        case ImportState::Gathering:
            return {Text::tr("Not all rows are in."),
                    Text::tr("%1. Where nobody is importing any more, end it here and import the same file again.")
                        .arg(StateWords::sentence(state(import))),
                    false};
        case ImportState::Held:
            return {Text::tr("It waits for a second admin."),
                    (QStringList{Text::tr("Nothing of it is in force before. It stands under Approvals.")} +
                     lines(import.counts, false))
                        .join(u'\n'),
                    false};
        case ImportState::Applying: return {Text::tr("It is being imported: %1.").arg(state(import)), counted, false};
        case ImportState::Refused:
            return {Text::tr("A second admin refused it."),
                    Text::tr("Nothing of it is in force. Why stands under Approvals."), false};
        case ImportState::Expired:
            return {Text::tr("No second admin decided in time."),
                    Text::tr("Nothing of it is in force. Import the file again to ask again."), false};
        case ImportState::Done:
            if (import.counts.changed == 0 && import.counts.waiting > 0)
                return {Text::tr("%1 wait for people who are not here yet.").arg(rows(import.counts.waiting)),
                        lines({0, import.counts.unchanged, import.counts.refused, 0, import.counts.broken}, true)
                            .join(u'\n'),
                        false};
            return {Text::tr("%1 of %2 changed something.", "how many, of how many rows")
                        .arg(grouped(import.counts.changed), rows(import.counts.all())),
                    counted, false};
        case ImportState::Cancelled:
            return {Text::tr("It was ended after %1.").arg(rows(import.received)), counted, false};
        case ImportState::Undoing:
            return {Text::tr("It is being undone."),
                    Text::tr("%1 turned back so far.").arg(people(import.undone + import.kept)), false};
        case ImportState::Undone:
            return {Text::tr("It was undone: %1 turned back.").arg(people(import.undone)),
                    import.kept > 0 ? Text::tr("%1 stayed: somebody chose anew since, or it was so before.")
                                          .arg(StateWords::sentence(people(import.kept)))
                                    : Text::tr("Nobody had chosen anew since."),
                    false};
    }
    return {};
}

QString ImportWords::choice(const QString& state)
{
    if (state == QLatin1String("opted_out"))
        return StateWords::off();
    if (state == QLatin1String("opted_in"))
        return StateWords::on();
    return state == QLatin1String("snoozed") ? StateWords::snoozed() : StateWords::workspaceDefault();
}

QString ImportWords::fate(const wire::ImportItem& item)
{
    using Outcome = wire::ImportItem::Outcome;
    switch (item.outcome) {
        case Outcome::Changed: return Text::tr("%1 → %2").arg(choice(item.before), choice(item.after));
        case Outcome::Unchanged: return Text::tr("so already");
        case Outcome::Waiting: return Text::tr("waits: nobody here is called so yet");
        case Outcome::Refused:
            if (item.code == QLatin1String("conflict"))
                return Text::tr("left out: what was chosen here stands");
            if (item.code == QLatin1String("category_required"))
                return Text::tr("left out: required for everybody");
            if (item.code == QLatin1String("category_archived"))
                return Text::tr("left out: the category is archived");
            if (item.code == QLatin1String("precondition_failed"))
                return Text::tr("left as it is: changed since the check");
            return item.detail;
        case Outcome::Broken: return item.detail;
    }
    return {};
}

QString ImportWords::encoding(wire::RowFormat::Encoding encoding)
{
    using Encoding = wire::RowFormat::Encoding;
    switch (encoding) {
        case Encoding::Utf8: return Text::tr("UTF-8");
        case Encoding::Utf16Le: return Text::tr("UTF-16");
        case Encoding::Utf16Be: return Text::tr("UTF-16, big-endian");
        case Encoding::Western: return Text::tr("Western European (Windows-1252, Latin-1)");
    }
    return {};
}

QString ImportWords::field(const char* name)
{
    const QLatin1String field(name);
    if (field == QLatin1String("subject"))
        return Text::tr("Who: Slack ID, e-mail address or your own ID");
    if (field == QLatin1String("category"))
        return Text::tr("Which messages");
    if (field == QLatin1String("state"))
        return Text::tr("What they want");
    if (field == QLatin1String("reason"))
        return Text::tr("Reason");
    return field == QLatin1String("at") ? Text::tr("When they asked") : Text::tr("Ticket");
}

}  // namespace refrain::ui
