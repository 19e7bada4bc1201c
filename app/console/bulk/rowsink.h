#pragma once

#include "base/result.h"
#include "console/bulk/rowexport.h"

#include <QStringList>

#include <memory>

namespace refrain::console {

/// One row on its way into a file.
struct ExportedRow {
    Subject subject;
    std::vector<Cell> cells;  ///< `*` first, then the categories in their order.
};

/// A kind of file that takes rows. Not thread-safe.
class RowSink {
public:
    virtual ~RowSink() = default;

    [[nodiscard]] virtual Result<> begin(const QStringList& titles) = 0;
    [[nodiscard]] virtual Result<> add(const ExportedRow& row, const QStringList& words) = 0;
    /// Puts the file at its place; without it there is none.
    [[nodiscard]] virtual Result<> finish() = 0;

    [[nodiscard]] static std::unique_ptr<RowSink> make(const RowExport& plan);
    [[nodiscard]] static Error unwritable();
};

[[nodiscard]] std::unique_ptr<RowSink> makeXlsxSink(const QString& path);

}  // namespace refrain::console
