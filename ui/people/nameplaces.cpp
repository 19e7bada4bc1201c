#include "ui/people/nameplaces.h"

#include <algorithm>

namespace refrain::ui {

NamePlaces NamePlaces::of(int room, int nameWidth, const std::vector<int>& tagWidths, int precious, int kept,
                          int moreWidth)
{
    const int count = static_cast<int>(tagWidths.size());
    const auto roomFor = [&](int shown) {
        int tags = shown > 0 || shown < count ? afterName - afterTag : 0;
        for (int i = 0; i < shown; ++i)
            tags += tagWidths[static_cast<size_t>(i)] + afterTag;
        return tags + (shown < count ? moreWidth + afterTag : 0);
    };
    int shown = count;
    while (shown > precious && std::min(nameWidth, leastName) + roomFor(shown) > room)
        --shown;

    NamePlaces places;
    const int most = std::max(0, room - roomFor(shown));
    const int wish = kept > 0 ? std::max(std::min(most, leastName), most - kept - afterName) : most;
    places.nameWidth = std::clamp(nameWidth, 0, wish);
    places.rest = places.nameWidth > 0 ? places.nameWidth + afterName : 0;
    for (int i = 0; i < count; ++i) {
        places.tags.push_back(i < shown ? places.rest : -1);
        places.rest += i < shown ? tagWidths[static_cast<size_t>(i)] + afterTag : 0;
    }
    if (shown < count && moreWidth > 0) {
        places.more = places.rest;
        places.rest += moreWidth + afterTag;
    }
    return places;
}

}  // namespace refrain::ui
