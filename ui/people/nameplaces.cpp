#include "ui/people/nameplaces.h"

#include <algorithm>

namespace refrain::ui {

NamePlaces NamePlaces::of(int room, int nameWidth, const std::vector<int>& tagWidths, int precious, int kept)
{
    NamePlaces places;
    int tags = precious > 0 ? afterName - afterTag : 0;
    for (int i = 0; i < precious; ++i)
        tags += tagWidths[static_cast<size_t>(i)] + afterTag;
    const int most = std::max(0, room - tags);
    const int wish = kept > 0 ? std::max(std::min(most, leastName), most - kept - afterName) : most;
    places.nameWidth = std::clamp(nameWidth, 0, wish);
    places.rest = places.nameWidth > 0 ? places.nameWidth + afterName : 0;
    for (const int width : tagWidths) {
        const bool fits = places.rest + width <= room || static_cast<int>(places.tags.size()) < precious;
        places.tags.push_back(fits ? places.rest : -1);
        places.rest += fits ? width + afterTag : 0;
    }
    return places;
}

}  // namespace refrain::ui
