#pragma once

#include "console/table/tablesnapshot.h"

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace refrain::console {

using Rows = std::vector<quint32>;

/// All rows as the language of the system sorts one of their texts, equal ones by id, those without it last.
struct TextOrder {
    Rows rows;
    size_t filled = 0;  ///< How many have the text.
};

/// What was sorted once is not sorted again: one for all views of a table. Where few rows are new or have another text
/// since, these alone are put into their places. Any thread; who asks for what another thread is sorting waits for it.
class TextOrders {
public:
    /// Null once `cancelled` is true.
    [[nodiscard]] std::shared_ptr<const TextOrder> ascending(const TableSnapshot& table, PackedSubject::Field field,
                                                             const std::atomic_bool& cancelled);

private:
    struct Known {
        std::mutex mutex;
        std::weak_ptr<const TextOrder> order;
        std::shared_ptr<const TextOrder> kept;  ///< Of names, which every order falls back on.
        quint64 generation = 0;
        qsizetype rewritten = 0;
    };
    std::array<Known, PackedSubject::FieldCount> m_known;
};

/// Sorts from nothing, on all cores. Gives up with an empty answer once `cancelled` is true.
[[nodiscard]] TextOrder sortedByText(const TableSnapshot& table, PackedSubject::Field field,
                                     const std::atomic_bool& cancelled);

}  // namespace refrain::console
