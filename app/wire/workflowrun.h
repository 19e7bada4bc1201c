#pragma once

#include "domain/workflowrun.h"

#include <QJsonObject>

namespace refrain::wire {

/// `{"id", "workflow", "cause", "scheduledFor", "startedAt", "outcome", "recipients", "notification", "error"}`; what
/// there is not is null.
[[nodiscard]] QJsonObject toJson(const WorkflowRun& run);

}  // namespace refrain::wire
