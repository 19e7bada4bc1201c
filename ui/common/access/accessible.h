#pragma once

#include <Qt>

namespace refrain::ui {

/// A model's answer for a cell that can be switched: true while it is on. Screen readers are told it as checked; what
/// the cell stands for is its Qt::AccessibleTextRole.
inline constexpr int SwitchRole = Qt::UserRole + 900;

/// From now on screen readers meet our tables, notices and screens as these are meant (see TableAccess). Harmless when
/// called again. UI thread.
void installAccessibility();

}  // namespace refrain::ui
