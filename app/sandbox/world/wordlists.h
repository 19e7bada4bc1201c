#pragma once

#include <array>

/// The raw word lists behind Names: UTF-8, parted by spaces (names) or lines (the rest).
namespace refrain::sandbox::words {

struct CultureWords {
    const char* locale;
    const char* zones;
    bool familyFirst;
    bool initials;
    const char* given;
    const char* family;
};

struct ZoneWords {
    const char* name;
    const char* label;
    int offset;
};

extern const std::array<CultureWords, 19> cultures;
extern const std::array<ZoneWords, 34> zones;
extern const char* const hostile;
extern const char* const titles;
extern const char* const bots;

}  // namespace refrain::sandbox::words
