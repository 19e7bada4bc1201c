#include "domain/preference.h"

#include "base/enumnames.h"

namespace refrain {

namespace {

constexpr EnumNames<PreferenceState, 3> preferenceStateNames{{{
    {PreferenceState::Default, "default"},
    {PreferenceState::OptedIn, "opted_in"},
    {PreferenceState::OptedOut, "opted_out"},
}}};

}  // namespace

QString toString(PreferenceState value)
{
    return preferenceStateNames.name(value);
}

std::optional<PreferenceState> preferenceStateFromString(const QString& name)
{
    return preferenceStateNames.value(name);
}

}  // namespace refrain
