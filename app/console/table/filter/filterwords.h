#pragma once

#include "domain/category.h"

#include <QString>

#include <vector>

namespace refrain::console {

/// A word of the filter's language and what it means, in the language of the system.
struct FilterWord {
    QString word;
    QString meaning;
};

/// The keys, "is:" to "member:", each with its colon.
[[nodiscard]] std::vector<FilterWord> filterKeys();
/// What may stand behind a key (without its colon); empty: anything, or nothing is known. Categories by their slug.
[[nodiscard]] std::vector<FilterWord> filterValues(const QString& key, const std::vector<Category>& categories);
[[nodiscard]] bool isFilterKey(const QString& key);
/// out, in, snoozed, pending: what asks about a category's mark.
[[nodiscard]] bool isCellKey(const QString& key);

/// The one of `words` that somebody who mistyped `typed` most likely meant; empty: none is near enough.
[[nodiscard]] QString nearestWord(const QString& typed, const std::vector<FilterWord>& words);

/// Sentences for what cannot be understood. Every text is plain.
struct FilterProblem {
    qsizetype start = 0;  ///< What of the filter is meant.
    qsizetype length = 0;
    QString sentence;           ///< "There is no category named “remindrs”. Did you mean reminders?"
    QString suggestion;         ///< What to write instead of it; empty: nothing comes to mind.
    bool isUnfinished = false;  ///< It may still become something: somebody types.
};

[[nodiscard]] QString unknownCategory(const QString& typed, const QString& nearest);
[[nodiscard]] QString unknownValue(const QString& key, const QString& typed, const QString& nearest);
[[nodiscard]] QString notATime(const QString& typed);
[[nodiscard]] QString orIsAlone();
[[nodiscard]] QString quoteIsOpen();
/// Nothing here knows who is in a channel.
[[nodiscard]] QString membersUnknown();

}  // namespace refrain::console
