#include "domain/import.h"

#include "base/enumnames.h"

namespace refrain {

namespace {

constexpr EnumNames<ImportState, 10> stateNames{{{
    {ImportState::Running, "running"},
    {ImportState::Gathering, "gathering"},
    {ImportState::Held, "held"},
    {ImportState::Applying, "applying"},
    {ImportState::Done, "done"},
    {ImportState::Cancelled, "cancelled"},
    {ImportState::Refused, "refused"},
    {ImportState::Expired, "expired"},
    {ImportState::Undoing, "undoing"},
    {ImportState::Undone, "undone"},
}}};

}  // namespace

QString toString(ImportState state)
{
    return stateNames.name(state);
}

std::optional<ImportState> importStateFromString(const QString& name)
{
    return stateNames.value(name);
}

bool takesRows(ImportState state)
{
    return state == ImportState::Running || state == ImportState::Gathering;
}

bool isTakenOver(ImportState state)
{
    return state != ImportState::Gathering && state != ImportState::Held;
}

bool isUndoable(ImportState state)
{
    return state == ImportState::Running || state == ImportState::Done || state == ImportState::Cancelled;
}

ImportCounts& ImportCounts::operator+=(const ImportCounts& more)
{
    changed += more.changed;
    unchanged += more.unchanged;
    refused += more.refused;
    waiting += more.waiting;
    broken += more.broken;
    return *this;
}

}  // namespace refrain
