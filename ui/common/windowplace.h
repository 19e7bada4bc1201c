#pragma once

#include <QRect>

class QWidget;

namespace refrain::ui {

/// What a window's frame takes of the screen, above and at the sides, where the desktop does not tell.
inline constexpr QSize frameAllowance{16, 44};

/// Where a window of the size `wished` goes: over the middle of `over`, no larger than `available`, and all of it on
/// it.
[[nodiscard]] QRect placed(QSize wished, const QRect& over, const QRect& available);

/// Gives a window that is not shown yet its size and place over its parent's window, on the screen of that.
void placeOver(QWidget& window, QSize wished);

}  // namespace refrain::ui
