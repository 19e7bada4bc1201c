#pragma once

#include "ui/common/theme.h"

#include <QIcon>
#include <QString>

namespace refrain::ui {

/// An icon of resources/icons, drawn in a colour of `theme` each time it is painted, so that it follows the
/// theme by itself. `theme` must outlive the icon. `role` names the colour; text where none is given.
[[nodiscard]] QIcon icon(const QString& name, const Theme& theme, QColor Theme::*role = &Theme::text);

/// The project's sign in the theme's accent.
[[nodiscard]] QIcon signIcon(const Theme& theme);

/// The sign in its own colours, for the window's frame and the desktop's lists.
[[nodiscard]] QIcon programIcon();

}  // namespace refrain::ui
