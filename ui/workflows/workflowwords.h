#pragma once

#include "console/sending/workflows.h"
#include "ui/common/textdelegate.h"

class QTimeZone;

namespace refrain::ui {

/// A run as far as it is known what became of it.
struct RunShown {
    WorkflowRun run;
    std::optional<NotificationSummary> summary;  ///< None: not read, or it sent nothing.
};

/// "Mon–Fri, 09:00", "every day, 09:00", "Mon, Thu, 09:00"; without a schedule what starts it instead.
[[nodiscard]] QString scheduleWords(const std::optional<Schedule>& schedule);
/// "Tue 09:00", later "24 Nov 2026, 09:00", by the workspace's clocks; "paused"; empty where it never runs by itself.
[[nodiscard]] QString nextWords(const console::StoredWorkflow& workflow, const QTimeZone& zone, Millis now);
/// By whose clocks: the workspace's, or the console's where that is not known.
[[nodiscard]] QTimeZone zoneOf(const console::StoredWorkflow& workflow, const QTimeZone& zone);
/// What became of a run: "sent to 12, 3 skipped", "nobody fits", "failed: …".
[[nodiscard]] QString runWords(const RunShown& shown);
[[nodiscard]] Tone runTone(const RunShown& shown);

}  // namespace refrain::ui
