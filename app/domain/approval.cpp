#include "domain/approval.h"

#include "base/enumnames.h"

namespace refrain {

namespace {

constexpr EnumNames<ApprovalKind, 6> kindNames{{{
    {ApprovalKind::ManyChanges, "many"},
    {ApprovalKind::TurnBack, "turn_back"},
    {ApprovalKind::CategoryEdit, "category"},
    {ApprovalKind::Send, "send"},
    {ApprovalKind::Policy, "policy"},
    {ApprovalKind::Import, "import"},
}}};

constexpr EnumNames<ApprovalState, 7> stateNames{{{
    {ApprovalState::Waiting, "waiting"},
    {ApprovalState::Applying, "applying"},
    {ApprovalState::Applied, "applied"},
    {ApprovalState::Refused, "refused"},
    {ApprovalState::Withdrawn, "withdrawn"},
    {ApprovalState::Expired, "expired"},
    {ApprovalState::Outdated, "outdated"},
}}};

}  // namespace

QString toString(ApprovalKind kind)
{
    return kindNames.name(kind);
}

std::optional<ApprovalKind> approvalKindFromString(const QString& name)
{
    return kindNames.value(name);
}

QString toString(ApprovalState state)
{
    return stateNames.name(state);
}

std::optional<ApprovalState> approvalStateFromString(const QString& name)
{
    return stateNames.value(name);
}

bool isOver(ApprovalState state)
{
    return state != ApprovalState::Waiting && state != ApprovalState::Applying;
}

bool isActive(const ApprovalPolicy& policy, qint64 admins)
{
    return policy.on && admins >= 2;
}

bool isWeaker(const ApprovalPolicy& before, const ApprovalPolicy& after)
{
    return before.on && (!after.on || after.above > before.above);
}

std::optional<ApprovalKind> approvalNeeded(const ApprovalPolicy& policy, qint64 admins, const PlannedAct& act)
{
    if (!isActive(policy, admins))
        return std::nullopt;
    switch (act.sort) {
        case PlannedAct::Sort::Changes:
            if (act.people == 1 && act.overridden > 0)
                return ApprovalKind::TurnBack;
            return act.overridden > 0 || (act.people > 0 && act.people + act.recent > policy.above)
                       ? std::optional(ApprovalKind::ManyChanges)
                       : std::nullopt;
        case PlannedAct::Sort::CategoryEdit:
            return act.overridden > 0 ? std::optional(ApprovalKind::CategoryEdit) : std::nullopt;
        case PlannedAct::Sort::Send:
            return act.people > policy.above ? std::optional(ApprovalKind::Send) : std::nullopt;
        case PlannedAct::Sort::Policy: return act.weakens ? std::optional(ApprovalKind::Policy) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace refrain
