#pragma once

#include "console/imports/columnmapping.h"
#include "wire/rowreader.h"

#include <QFile>
#include <QFuture>

#include <memory>

namespace refrain::console {

/// The beginning of a file, to look at.
struct ImportSample {
    wire::RowFormat format;
    QStringList columns;
    std::vector<wire::ImportRow> rows;
};

/// Reads the first rows on another thread; without a format in the likeliest. `most`: rows.
[[nodiscard]] QFuture<Result<ImportSample>> readSample(const QString& path, std::optional<wire::RowFormat> format,
                                                       int most);

/// A file of rows as it is taken over, read part by part, each on another thread than the one before, one at a time.
class ImportFile {
public:
    struct Plan {
        QString path;
        wire::RowFormat format;
        ColumnMapping mapping;

        friend bool operator==(const Plan&, const Plan&) = default;
    };
    struct Piece {
        wire::ImportPart part;  ///< No rows: the end.
        qint64 readBytes = 0;
    };

    [[nodiscard]] static Result<std::shared_ptr<ImportFile>> open(const Plan& plan);
    [[nodiscard]] Result<Piece> next(std::size_t most);

    [[nodiscard]] qint64 size() const { return m_size; }
    /// Changes where somebody writes to the file.
    [[nodiscard]] QString stamp() const;

private:
    explicit ImportFile(const Plan& plan) : m_plan(plan), m_file(plan.path) {}

    Plan m_plan;
    QFile m_file;
    std::optional<wire::RowReader> m_reader;
    qint64 m_size = 0;
    qint64 m_rows = 0;
};

}  // namespace refrain::console
