#pragma once

#include "console/desk/subjectdetail.h"
#include "console/table/cell.h"

namespace refrain::ui {

/// How a category stood at a moment that is over, as its mark shows it.
[[nodiscard]] console::Cell pastCell(const console::CategoryDetail& detail);

}  // namespace refrain::ui
