#pragma once

#include "wire/importrow.h"
#include "wire/rowformat.h"

#include <QIODevice>
#include <QStringList>

namespace refrain::wire {

/// Reads a file of rows, one at a time: CSV (RFC 4180) or JSON Lines. A row's fields are those of the file, by the
/// names of its columns; where no line names them they are called "1", "2" and so on.
class RowReader {
public:
    /// In whatever the file seems to be written, its columns named. `in`: open, outlives the reader; need not be
    /// seekable.
    explicit RowReader(QIODevice& in);
    RowReader(QIODevice& in, const RowFormat& format) : m_in(in), m_format(format), m_toUtf8(format.encoding) {}

    /// Reads the header, where there is one, and the first row; the first next() does so by itself.
    [[nodiscard]] Result<> begin();
    /// In their order; of JSON Lines those that the first row has. REQUIRES: begin().
    [[nodiscard]] const QStringList& columns() const { return m_columns; }
    /// The next row; none at the end. An error where nothing further can be read.
    [[nodiscard]] Result<std::optional<ImportRow>> next();

private:
    [[nodiscard]] std::optional<QByteArray> line();
    void fill();
    [[nodiscard]] Result<std::optional<ImportRow>> read();
    [[nodiscard]] ImportRow jsonRow(const QByteArray& text);
    [[nodiscard]] ImportRow csvRow(const QByteArray& first);
    void nameColumns(qsizetype count);
    /// The cells of the record that begins with `text`, of as many lines as its quotes ask for; `fault` is set where
    /// they do not close.
    [[nodiscard]] QStringList record(QByteArray text, QString& fault);

    QIODevice& m_in;
    RowFormat m_format;
    ToUtf8 m_toUtf8;
    QByteArray m_text;      // UTF-8 that is read and not handed out
    qsizetype m_at = 0;     // how much of it is handed out
    bool m_isOver = false;  // the device has no more
    qint64 m_line = 0;
    QStringList m_columns;
    std::optional<ImportRow> m_ahead;
    bool m_begun = false;
};

}  // namespace refrain::wire
