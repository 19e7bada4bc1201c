#pragma once

#include "base/result.h"
#include "console/table/tablesnapshot.h"

#include <QFuture>
#include <QTimeZone>

#include <vector>

namespace refrain::console {

enum class ExportFormat { Csv, JsonLines, Xlsx };

/// Rows of a table as a file: who they are, and what is in force for each category.
struct RowExport {
    TableSnapshot table;
    std::vector<quint32> rows;  ///< In the order in which they are written.
    bool channels = false;      ///< Of channels: no address and no title, but a topic.
    ExportFormat format = ExportFormat::Csv;
    QString path;
    QTimeZone zone;  ///< In which the ends of snoozes are written, JSON Lines aside.
};

/// ".csv", ".jsonl", ".xlsx"
[[nodiscard]] QString suffixOf(ExportFormat format);

/// Writes beside the place and moves the file there once it is whole: a file that is at its place is complete, and an
/// earlier one stays until then. Cells that a spreadsheet would take for a formula are neutralised. The future's
/// progress counts rows; cancelled, it leaves no file, and has no result. Answers how many rows were written. On
/// another thread.
[[nodiscard]] QFuture<Result<qint64>> exportRows(RowExport plan);

}  // namespace refrain::console
