#pragma once

#include <vector>

namespace refrain::ui {

/// How the texts of a name's cell share its width, in pixels from the cell's left. A pure value.
struct NamePlaces {
    static constexpr int afterName = 10;
    static constexpr int afterTag = 6;
    static constexpr int leastName = 72;

    int nameWidth = 0;      ///< The name is elided to this.
    std::vector<int> tags;  ///< Where each tag begins; -1: there is no room for it.
    int more = -1;          ///< Where the mark begins that says that there are further tags; -1: all are shown.
    int rest = 0;           ///< Where what comes after the tags may begin.

    /// The first `precious` tags are always whole: the name gives way to them. To the other tags, and to `kept` more
    /// pixels after them, it gives way as long as enough of it is left to know it by; a mark of the width `moreWidth`
    /// stands for those that still find no room.
    [[nodiscard]] static NamePlaces of(int room, int nameWidth, const std::vector<int>& tagWidths, int precious,
                                       int kept = 0, int moreWidth = 0);
};

}  // namespace refrain::ui
