#pragma once

#include "console/table/choiceorigin.h"
#include "console/table/filter/filterwords.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace refrain::console {

/// A text that must occur.
struct WordTest {
    QByteArray word;  ///< Folded.
    bool isNegated = false;
    friend bool operator==(const WordTest&, const WordTest&) = default;
};

/// Something about the row itself.
struct RowTest {
    enum class What {
        Guest,
        Member,
        Admin,
        Owner,
        External,
        Active,
        Deleted,
        Bot,
        Archived,
        Private,
        Linked,
        ChangedWithin,
        ChangedBefore,
        NeverChanged
    };
    What what = What::Active;
    Millis span = 0;  ///< Of ChangedWithin and ChangedBefore.
    bool isNegated = false;
    friend bool operator==(const RowTest&, const RowTest&) = default;
};

/// Something about a mark, and about who made that same choice.
struct CellTest {
    static constexpr int anyCategory = -2;
    enum class What { Out, In, Snoozed, Pending, Chosen };
    What what = What::Chosen;
    int category = anyCategory;  ///< A column, -1 for `*`, or any.
    bool isNegated = false;
    std::vector<OriginTest> origins;  ///< All of them must hold.
    friend bool operator==(const CellTest&, const CellTest&) = default;
};

/// All of it must hold.
struct FilterAlternative {
    std::vector<WordTest> words;
    std::vector<RowTest> rows;
    std::vector<CellTest> cells;
    friend bool operator==(const FilterAlternative&, const FilterAlternative&) = default;
};

/// What was typed, understood: any of the alternatives lets a row through; none at all lets every row through.
struct ParsedFilter {
    std::vector<FilterAlternative> alternatives;
    std::optional<FilterProblem> problem;  ///< The first; nothing matches then.
};

/// Categories are named by their slug or title; `categories` are the columns.
[[nodiscard]] ParsedFilter parseFilter(const QString& text, const std::vector<Category>& categories);

}  // namespace refrain::console
