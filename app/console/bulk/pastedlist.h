#pragma once

#include "console/table/tablesnapshot.h"

#include <QFuture>
#include <QStringList>

#include <atomic>
#include <memory>
#include <vector>

namespace refrain::console {

/// Whom a pasted list means: ids and e-mail addresses, one in each line or parted by commas, semicolons or tabs, also
/// as `Bea <bea@acme.test>` and `<@U123>`.
struct PastedList {
    std::vector<quint32> rows;  ///< Each once, by the table's numbers; all that bear an address.
    QStringList unmatched;      ///< As they were given, in their order.
    qint64 entries = 0;
};

/// Looks them up in one pass over the table, on another thread; empty once `cancelled` is true.
[[nodiscard]] QFuture<PastedList> matchPasted(const QString& text, TableSnapshot table,
                                              std::shared_ptr<std::atomic_bool> cancelled);

}  // namespace refrain::console
