#include "ui/common/fairwidths.h"

#include <algorithm>

namespace refrain::ui {

std::vector<int> fairWidths(const std::vector<int>& wanted, int room)
{
    std::vector<int> given(wanted.size(), 0);
    std::vector<size_t> open;
    for (size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i] > 0)
            open.push_back(i);
    }
    std::sort(open.begin(), open.end(), [&](size_t a, size_t b) { return wanted[a] < wanted[b]; });
    const int columns = static_cast<int>(open.size());
    int left = std::max(0, room);
    for (int done = 0; done < columns; ++done) {
        const size_t column = open[static_cast<size_t>(done)];
        given[column] = std::min(wanted[column], left / (columns - done));
        left -= given[column];
    }
    for (int done = 0; done < columns; ++done) {
        const int more = left / (columns - done);
        given[open[static_cast<size_t>(done)]] += more;
        left -= more;
    }
    return given;
}

}  // namespace refrain::ui
