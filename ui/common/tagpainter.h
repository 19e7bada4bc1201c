#pragma once

#include "ui/common/theme.h"

#include <QRect>
#include <QString>

class QPainter;

namespace refrain::ui {

/// Draws a small outlined tag ("Guest", "OPT_OUT") at the left of `rect`, vertically centred; returns its width, or 0
/// where it does not fit and nothing was drawn.
int paintTag(QPainter& painter, const QRect& rect, const QString& text, const Theme& theme);

}  // namespace refrain::ui
