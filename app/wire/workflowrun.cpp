#include "wire/workflowrun.h"

#include "wire/fieldreader.h"

namespace refrain::wire {

QJsonObject toJson(const WorkflowRun& run)
{
    return {{QStringLiteral("id"), run.id},
            {QStringLiteral("workflow"), run.workflow},
            {QStringLiteral("cause"), toString(run.cause)},
            {QStringLiteral("scheduledFor"), orNull(run.scheduledFor)},
            {QStringLiteral("startedAt"), toRfc3339(run.startedAt)},
            {QStringLiteral("outcome"), toString(run.outcome)},
            {QStringLiteral("recipients"), run.recipients},
            {QStringLiteral("notification"), orNull(run.notification)},
            {QStringLiteral("error"), orNull(run.error)}};
}

}  // namespace refrain::wire
