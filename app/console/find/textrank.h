#pragma once

#include <string_view>

namespace refrain::console {

/// How well a typed word fits a text; lower is better.
struct TextRank {
    static constexpr int whole = 0;
    static constexpr int begins = 1;
    static constexpr int beginsWord = 2;
    static constexpr int inside = 3;
    static constexpr int initials = 4;
};

/// Of the place `at` of a word so long in the folded texts of a row, which end with PackedSubject::separator.
[[nodiscard]] int rankAt(std::string_view folded, size_t at, size_t length);

/// The better of two; negative: fits nothing.
[[nodiscard]] int betterRank(int a, int b);

/// How well `word` fits one of the texts in `folded`, the name first; negative where it does not. Both folded.
[[nodiscard]] int rankOf(std::string_view folded, std::string_view word);

/// "bebo" for Bea Bobson: beginnings of words of the name, one after the other, of at least two of them.
[[nodiscard]] bool fitsInitials(std::string_view folded, std::string_view word);

/// Whether a word of the texts begins with `word` but for one letter. Never of short words and of numbers.
[[nodiscard]] bool isNear(std::string_view folded, std::string_view word);

}  // namespace refrain::console
