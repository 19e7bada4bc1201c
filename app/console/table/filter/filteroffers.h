#pragma once

#include "console/table/filter/filterwords.h"

namespace refrain::console {

/// What may be meant by the piece of a filter in which the cursor stands.
struct FilterOffers {
    qsizetype start = 0;  ///< What an offer takes the place of.
    qsizetype length = 0;
    std::vector<FilterWord> offers;  ///< Each whole: "-out:reminders".

    /// The text with an offer in its place, and where the cursor stands then: behind a key's colon, or behind the blank
    /// that ends a finished term.
    [[nodiscard]] std::pair<QString, qsizetype> taken(const QString& text, size_t offer) const;
};

/// `isAsked`: all there is; else nothing before two letters of a key were typed, which may as well be a name.
[[nodiscard]] FilterOffers offersAt(const QString& text, qsizetype cursor, const std::vector<Category>& categories,
                                    bool isAsked);

}  // namespace refrain::console
