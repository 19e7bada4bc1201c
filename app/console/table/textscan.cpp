#include "console/table/textscan.h"

#include <cstring>

namespace refrain::console {

quint32 startBits(std::string_view folded)
{
    quint32 bits = 0;
    bool isInside = false;
    for (const char c : folded) {
        if (!isInside)
            bits |= startBit(c);
        isInside = isInWord(c);
    }
    return bits;
}

const char* findText(const char* at, const char* end, std::string_view word)
{
    // Of a fixed length, so that the compiler makes a few vector instructions of it.
    constexpr std::ptrdiff_t stride = 64;
    const auto length = static_cast<std::ptrdiff_t>(word.size());
    if (length == 1)
        return static_cast<const char*>(std::memchr(at, word.front(), static_cast<size_t>(end - at)));
    const char first = word.front();
    const char last = word.back();
    for (; end - at >= stride + length - 1; at += stride) {
        const char* const tail = at + length - 1;
        unsigned char any = 0;
        for (std::ptrdiff_t i = 0; i < stride; ++i)
            any |= static_cast<unsigned char>((at[i] == first) & (tail[i] == last));
        if (any == 0)
            continue;
        for (std::ptrdiff_t i = 0; i < stride; ++i) {
            if (at[i] == first && tail[i] == last && std::memcmp(at + i, word.data(), word.size()) == 0)
                return at + i;
        }
    }
    return static_cast<const char*>(memmem(at, static_cast<size_t>(end - at), word.data(), word.size()));
}

}  // namespace refrain::console
