#pragma once

#include "domain/category.h"
#include "domain/preference.h"

#include <optional>
#include <vector>

namespace refrain {

/// Changes that nobody made, to see what would follow from them. Empty: things as they are.
struct WhatIf {
    struct Choice {
        SubjectId subject;  ///< Empty: each that is asked about.
        CategorySlug category;
        std::optional<PreferenceState> state;  ///< None: as it is.
        std::optional<Millis> snoozedUntil;    ///< None: as it is.

        /// False where the choice decides nothing about `category`: neither its own, nor its parent's, nor `*`.
        [[nodiscard]] bool bearsOn(const Category& category) const;
        [[nodiscard]] Preference applied(Preference preference) const;

        friend bool operator==(const Choice&, const Choice&) = default;
    };

    std::vector<Choice> choices;
    std::optional<bool> required;
    std::optional<bool> paused;
    std::optional<bool> defaultIn;

    [[nodiscard]] bool isEmpty() const { return *this == WhatIf(); }
    [[nodiscard]] Category applied(Category category) const;

    friend bool operator==(const WhatIf&, const WhatIf&) = default;
};

}  // namespace refrain
