#pragma once

#include "console/table/tablesnapshot.h"

#include <algorithm>
#include <string_view>

namespace refrain::console {

/// A letter or digit of a folded text, of any script.
[[nodiscard]] inline bool isInWord(char c)
{
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// The bits of the letters with which the words of a folded text begin, many letters to a bit: where one is missing,
/// no word begins so.
[[nodiscard]] inline quint32 startBit(char c)
{
    return 1U << (static_cast<unsigned char>(c) & 31);
}
[[nodiscard]] quint32 startBits(std::string_view folded);

/// The first place of `word` in [at, end), null where there is none: as memmem, several times as quick over long texts.
/// REQUIRES: the word is not empty.
[[nodiscard]] const char* findText(const char* at, const char* end, std::string_view word);

/// Calls `take(row, place)` for the places of a word in the folded texts of a block, in the order in which they lie
/// there; where it answers false, the rest of that row is passed over. A word that begins with PackedSubject::separator
/// is found where a text begins with the rest of it, and the place is that of the rest. REQUIRES: it holds more.
template <class Take>
void eachHit(const SubjectBlock& block, std::string_view word, Take take)
{
    const int skipped = word.front() == PackedSubject::separator ? 1 : 0;
    const std::vector<quint32> order = block.rowsByPlace();
    const char* const begin = block.folded.constData();
    const char* const end = begin + block.folded.size();
    size_t next = 0;  // The first row whose text begins behind the place.
    for (const char* at = begin; at < end;) {
        const char* hit = findText(at, end, word);
        if (!hit)
            return;
        hit += skipped;
        const auto place = static_cast<quint32>(hit - begin);
        // Hits lie close or far: strides that grow find both.
        size_t stride = 1;
        for (; next + stride <= order.size() && block.rows[order[next + stride - 1]].folded <= place; stride *= 2)
            next += stride;
        const auto last = order.begin() + std::ptrdiff_t(std::min(order.size(), next + stride));
        next = size_t(std::partition_point(order.begin() + std::ptrdiff_t(next), last,
                                           [&](quint32 row) { return block.rows[row].folded <= place; }) -
                      order.begin());
        at = hit + 1 - skipped;
        if (next == 0)
            continue;
        const quint32 row = order[next - 1];
        const char* const rowEnd = begin + block.rows[row].folded + block.rows[row].foldedLength;
        // Else it is text that no row uses any more.
        if (hit < rowEnd && !take(row, hit))
            at = rowEnd - skipped;
    }
}

}  // namespace refrain::console
