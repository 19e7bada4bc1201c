#include "domain/workflowrun.h"

#include "base/enumnames.h"

namespace refrain {
namespace {

constexpr EnumNames<RunCause, 2> causeNames{{{{RunCause::Trigger, "trigger"}, {RunCause::Schedule, "schedule"}}}};

constexpr EnumNames<RunOutcome, 4> outcomeNames{{{
    {RunOutcome::Started, "started"},
    {RunOutcome::Nobody, "nobody"},
    {RunOutcome::Missed, "missed"},
    {RunOutcome::Failed, "failed"},
}}};

}  // namespace

QString toString(RunCause cause)
{
    return causeNames.name(cause);
}

std::optional<RunCause> runCauseFromString(const QString& name)
{
    return causeNames.value(name);
}

QString toString(RunOutcome outcome)
{
    return outcomeNames.name(outcome);
}

std::optional<RunOutcome> runOutcomeFromString(const QString& name)
{
    return outcomeNames.value(name);
}

}  // namespace refrain
