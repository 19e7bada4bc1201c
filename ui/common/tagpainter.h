#pragma once

#include "ui/common/theme.h"

#include <QRect>
#include <QString>

class QPainter;

namespace refrain::ui {

/// How wide a tag of this text is.
[[nodiscard]] int tagWidth(const QString& text);

/// Draws a small outlined tag ("Guest", "OPT_OUT") at the left of `rect`, vertically centred.
void paintTag(QPainter& painter, const QRect& rect, const QString& text, const Theme& theme);

}  // namespace refrain::ui
