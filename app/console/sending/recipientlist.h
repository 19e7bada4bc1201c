#pragma once

#include "base/id.h"
#include "console/table/tablesnapshot.h"

#include <QFuture>
#include <QStringList>

#include <atomic>
#include <memory>
#include <vector>

namespace refrain::console {

/// Who a message is meant for, before anybody was asked whether they want it.
struct RecipientList {
    /// So many one message may have; what is beyond is cut and counted.
    static constexpr int most = 100'000;

    /// Why an entry of a pasted list is nobody's to send to.
    enum class Why { Nobody, Shared, Archived, Program, Left };
    struct LeftOut {
        QString entry;  ///< As it was given.
        Why why = Why::Nobody;
        int bearers = 0;  ///< How many are called that; more than one where it is shared.

        friend bool operator==(const LeftOut&, const LeftOut&) = default;
    };

    std::vector<SubjectId> ids;    ///< Each once.
    qint64 beyond = 0;             ///< How many more there were.
    std::vector<LeftOut> leftOut;  ///< At most 100, in the order of the list.
    qint64 leftOutCount = 0;
    QString hint;  ///< What of a filter was not understood.

    friend bool operator==(const RecipientList&, const RecipientList&) = default;
};

using CancelFlag = std::shared_ptr<std::atomic_bool>;

/// Whom a filter lets through, in the table's order: without those who left, programs and archived channels, unless the
/// filter asks for them. On another thread.
[[nodiscard]] QFuture<RecipientList> recipientsMatching(const QString& filter, TableSnapshot table,
                                                        const CancelFlag& cancelled);

/// A list as somebody pasted it, one in each line or parted by commas: ids, e-mail addresses, #channels, names that
/// only one bears, and ids of the outside world (one word), which the backend knows or does not. On another thread.
[[nodiscard]] QFuture<RecipientList> recipientsListed(const QString& text, std::vector<TableSnapshot> tables,
                                                      const CancelFlag& cancelled);

}  // namespace refrain::console
