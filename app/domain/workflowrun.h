#pragma once

#include "base/clock.h"

#include <QString>

#include <optional>

namespace refrain {

enum class RunCause { Trigger, Schedule };

enum class RunOutcome {
    Started,  ///< A notification was taken on; what became of it is told there.
    Nobody,   ///< Nobody fits whom the workflow asks for.
    Missed,   ///< It was due while Refrain was not running, and too long ago to be made up for.
    Failed,   ///< Nothing was sent; the error says why.
};

[[nodiscard]] QString toString(RunCause cause);
[[nodiscard]] std::optional<RunCause> runCauseFromString(const QString& name);
[[nodiscard]] QString toString(RunOutcome outcome);
[[nodiscard]] std::optional<RunOutcome> runOutcomeFromString(const QString& name);

/// One time that a workflow ran, or should have.
struct WorkflowRun {
    QString id;
    QString workflow;
    RunCause cause = RunCause::Trigger;
    std::optional<Millis> scheduledFor;
    Millis startedAt = 0;
    RunOutcome outcome = RunOutcome::Started;
    qint64 recipients = 0;
    QString notification;  ///< Its id; empty: none.
    QString error;         ///< A sentence. May be empty.
    bool waits = false;    ///< Its message waits for a second admin. Of the answer to a trigger alone.
};

}  // namespace refrain
