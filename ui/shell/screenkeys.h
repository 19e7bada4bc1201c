#pragma once

#include <QKeySequence>

namespace refrain::ui {

/// So many screens have a key of their own.
inline constexpr int maxScreenKeys = 19;

/// The key of the screen at this place, from 0: Ctrl+1 … Ctrl+9, Ctrl+0, then Alt+1 … Alt+9. The place counts screens
/// that are not offered too, so that a key leads to the same screen for everybody.
[[nodiscard]] inline QKeySequence screenKey(int place)
{
    if (place < 10)
        return QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + (place + 1) % 10));
    return place < maxScreenKeys ? QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + place - 10)) : QKeySequence();
}

}  // namespace refrain::ui
