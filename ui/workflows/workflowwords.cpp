#include "ui/workflows/workflowwords.h"

#include "ui/common/timetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace refrain::ui {

using console::StoredWorkflow;

namespace {

struct WorkflowWords {
    Q_DECLARE_TR_FUNCTIONS(WorkflowWords)
};

QString daysText(const QList<int>& days)
{
    if (days.size() == 7)
        return WorkflowWords::tr("every day");
    if (days == QList<int>{1, 2, 3, 4, 5})
        return WorkflowWords::tr("Mon–Fri");
    QStringList names;
    for (const int day : days)
        names << QLocale().dayName(day, QLocale::ShortFormat);
    return names.join(QStringLiteral(", "));
}

}  // namespace

QString scheduleWords(const std::optional<Schedule>& schedule)
{
    if (!schedule)
        return WorkflowWords::tr("when triggered");
    return WorkflowWords::tr("%1, %2", "days, time of day")
        .arg(daysText(schedule->weekdays), schedule->time.toString(QStringLiteral("HH:mm")));
}

QTimeZone zoneOf(const StoredWorkflow& workflow, const QTimeZone& zone)
{
    const QTimeZone own(workflow.timeZone);
    return workflow.timeZone.isEmpty() || !own.isValid() ? zone : own;
}

QString nextWords(const StoredWorkflow& workflow, const QTimeZone& zone, Millis now)
{
    if (workflow.archived || !workflow.schedule)
        return {};
    if (workflow.paused)
        return WorkflowWords::tr("paused");
    if (!workflow.nextRunAt)
        return {};
    constexpr Millis sixDays = 6LL * 24 * 60 * 60 * 1000;
    const QTimeZone there = zoneOf(workflow, zone);
    if (*workflow.nextRunAt - now > sixDays)
        return shortTime(*workflow.nextRunAt, there);
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(*workflow.nextRunAt, there);
    return QLocale().dayName(local.date().dayOfWeek(), QLocale::ShortFormat) +
           local.time().toString(QStringLiteral(" HH:mm"));
}

QString runWords(const RunShown& shown)
{
    switch (shown.run.outcome) {
        case RunOutcome::Nobody: return WorkflowWords::tr("nobody fits whom it is for");
        case RunOutcome::Missed: return WorkflowWords::tr("missed: Refrain was not running");
        case RunOutcome::Failed:
            return shown.run.error.isEmpty() ? WorkflowWords::tr("failed")
                                             : WorkflowWords::tr("failed: %1").arg(shown.run.error);
        case RunOutcome::Started: break;
    }
    if (!shown.summary)
        return WorkflowWords::tr("%1 recipient(s)", nullptr, int(shown.run.recipients))
            .arg(grouped(shown.run.recipients));
    const NotificationSummary& summary = *shown.summary;
    if (summary.queued > 0)
        return WorkflowWords::tr("sending, %1 wait").arg(grouped(summary.queued));
    QStringList words{WorkflowWords::tr("%1 sent", "how many").arg(grouped(summary.sent))};
    if (summary.skipped > 0)
        words << WorkflowWords::tr("%1 skipped", "how many").arg(grouped(summary.skipped));
    if (summary.failed > 0)
        words << WorkflowWords::tr("%1 failed", "how many").arg(grouped(summary.failed));
    if (summary.uncertain > 0)
        words << WorkflowWords::tr("%1 not known", "how many").arg(grouped(summary.uncertain));
    return words.join(QStringLiteral(", "));
}

Tone runTone(const RunShown& shown)
{
    if (shown.run.outcome == RunOutcome::Failed || (shown.summary && shown.summary->failed > 0))
        return Tone::Danger;
    if (shown.run.outcome == RunOutcome::Missed || (shown.summary && shown.summary->uncertain > 0))
        return Tone::Waiting;
    return Tone::Muted;
}

}  // namespace refrain::ui
