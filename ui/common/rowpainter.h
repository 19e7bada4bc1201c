#pragma once

#include "ui/common/theme.h"

class QPainter;
class QStyleOptionViewItem;

namespace refrain::ui {

/// The ground every table cell has: the selection and the thin line below.
void paintRowGround(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme);
/// The ring of the current cell while the table has the focus.
void paintCellFocus(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme);

}  // namespace refrain::ui
