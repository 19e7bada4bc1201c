#pragma once

#include "console/table/textorders.h"

#include <atomic>

namespace refrain::console {

/// What a table is ordered by. `category` is a column of the table (or SubjectTable::everything), for Category alone.
struct SortKey {
    enum class Field { Name, Email, Title, Topic, Role, Changed, Id, Category };
    Field field = Field::Name;
    int category = 0;
    friend bool operator==(const SortKey&, const SortKey&) = default;
};

/// All rows in the order of a key, names as the language of the system sorts them. Rows without the text go last in
/// either direction; rows equal in a number or a mark go by name. Any thread; gives up with an empty answer once
/// `cancelled` is true.
[[nodiscard]] Rows sortedRows(const TableSnapshot& table, SortKey key, Qt::SortOrder order,
                              const std::atomic_bool& cancelled);

}  // namespace refrain::console
