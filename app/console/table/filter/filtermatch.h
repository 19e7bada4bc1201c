#pragma once

#include "console/table/filter/filterterms.h"
#include "console/table/tablesnapshot.h"

namespace refrain::console {

/// Whether one row passes, looked at alone. Any thread.
[[nodiscard]] bool holds(const FilterAlternative& alternative, const TableSnapshot& table, quint32 row);

/// The same of all rows of a block, a column at a time: `found[i]` becomes 1 where row i of the block passes, and stays
/// what it is where not.
void markMatches(const FilterAlternative& alternative, const TableSnapshot& table, size_t block, char* found);

}  // namespace refrain::console
