#include "domain/whatif.h"

namespace refrain {

bool WhatIf::Choice::bearsOn(const Category& about) const
{
    return category == about.slug || category == everyCategory() || (!category.isEmpty() && category == about.parent);
}

Preference WhatIf::Choice::applied(Preference preference) const
{
    preference.state = state.value_or(preference.state);
    if (snoozedUntil)
        preference.snoozedUntil = snoozedUntil;
    return preference;
}

Category WhatIf::applied(Category category) const
{
    category.required = required.value_or(category.required);
    category.paused = paused.value_or(category.paused);
    category.defaultIn = defaultIn.value_or(category.defaultIn);
    return category;
}

}  // namespace refrain
