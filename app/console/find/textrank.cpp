#include "console/find/textrank.h"

#include "console/table/packedsubject.h"
#include "console/table/textscan.h"

#include <algorithm>

namespace refrain::console {

namespace {

/// Shorter words come close to far too many.
constexpr size_t shortestGuess = 4;

bool areInitials(std::string_view name, std::string_view word)
{
    if (word.empty())
        return true;
    for (size_t at = 0; at < name.size();) {
        size_t same = 0;
        while (same < word.size() && at + same < name.size() && name[at + same] == word[same] && isInWord(word[same]))
            ++same;
        size_t next = at;
        while (next < name.size() && isInWord(name[next]))
            ++next;
        while (next < name.size() && !isInWord(name[next]))
            ++next;
        for (; same > 0; --same) {
            if (areInitials(name.substr(next), word.substr(same)))
                return true;
        }
        at = next == at ? at + 1 : next;
    }
    return false;
}

/// Whether `token` begins with the word but for one letter more, fewer, other, or swapped with its neighbour.
bool beginsNearly(std::string_view token, std::string_view word)
{
    size_t same = 0;
    while (same < word.size() && same < token.size() && token[same] == word[same])
        ++same;
    const auto rest = [](std::string_view text, size_t from) {
        return from < text.size() ? text.substr(from) : std::string_view();
    };
    const auto starts = [&](size_t tokenAt, size_t wordAt) {
        const std::string_view wanted = rest(word, wordAt);
        return rest(token, tokenAt).substr(0, wanted.size()) == wanted;
    };
    const bool isSwapped = same + 1 < word.size() && same + 1 < token.size() && token[same] == word[same + 1] &&
                           token[same + 1] == word[same] && starts(same + 2, same + 2);
    return isSwapped || starts(same + 1, same + 1) || starts(same, same + 1) || starts(same + 1, same);
}

}  // namespace

int rankAt(std::string_view folded, size_t at, size_t length)
{
    const char before = at == 0 ? PackedSubject::separator : folded[at - 1];
    const char after = at + length < folded.size() ? folded[at + length] : PackedSubject::separator;
    if (before == PackedSubject::separator)
        return after == PackedSubject::separator || after == '@' ? TextRank::whole : TextRank::begins;
    return isInWord(before) ? TextRank::inside : TextRank::beginsWord;
}

int betterRank(int a, int b)
{
    return a < 0 ? b : std::min(a, b);
}

int rankOf(std::string_view folded, std::string_view word)
{
    int best = -1;
    for (size_t at = folded.find(word); at != std::string_view::npos && best != TextRank::whole;
         at = folded.find(word, at + 1))
        best = betterRank(best, rankAt(folded, at, word.size()));
    const bool mayBeInitials = best < 0 && word.size() > 1;
    return mayBeInitials && fitsInitials(folded, word) ? TextRank::initials : best;
}

bool fitsInitials(std::string_view folded, std::string_view word)
{
    return areInitials(folded.substr(0, folded.find(PackedSubject::separator)), word);
}

bool isNear(std::string_view folded, std::string_view word)
{
    // Of an ID or a number another is another.
    const bool hasDigit = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (word.size() < shortestGuess || hasDigit)
        return false;
    for (size_t at = 0; at < folded.size();) {
        const size_t end = std::min(folded.find_first_of(" .@_-\x1f", at), folded.size());
        // Whoever types begins right, or has the first two letters swapped.
        const bool isNear =
            folded[at] == word[0] || (at + 1 < end && folded[at] == word[1] && folded[at + 1] == word[0]);
        if (isNear && end - at + 1 >= word.size() && beginsNearly(folded.substr(at, end - at), word))
            return true;
        at = end + 1;
    }
    return false;
}

}  // namespace refrain::console
