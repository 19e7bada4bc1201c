#include "domain/import.h"

#include "base/enumnames.h"

namespace refrain {

namespace {

constexpr EnumNames<ImportState, 5> stateNames{{{
    {ImportState::Running, "running"},
    {ImportState::Done, "done"},
    {ImportState::Cancelled, "cancelled"},
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
