#pragma once

#include "base/result.h"
#include "domain/preference.h"
#include "store/databasepool.h"

#include <QIODevice>

namespace refrain::service {

enum class ExportFormat { Csv, JsonLines };

/// Writes every stored choice of a workspace, one a line, without holding them
/// all: CSV (RFC 4180, with a header) or JSON Lines. Cells that a spreadsheet
/// would run as a formula begin with an apostrophe.
[[nodiscard]] Result<qint64> exportPreferences(store::DatabasePool& pool, const WorkspaceId& workspace,
                                               ExportFormat format, QIODevice& out);

/// One line of CSV, without its end.
[[nodiscard]] QByteArray csvLine(const QStringList& cells);

}  // namespace refrain::service
