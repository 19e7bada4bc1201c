#pragma once

#include <vector>

namespace refrain::ui {

/// How columns share `room` pixels: whoever wants less than its share has all of it, the others share what is left
/// alike; what nobody wants goes to all that want something. In the order of `wanted`; 0 wants nothing and gets
/// nothing.
[[nodiscard]] std::vector<int> fairWidths(const std::vector<int>& wanted, int room);

}  // namespace refrain::ui
