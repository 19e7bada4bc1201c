#pragma once

#include "wire/importrow.h"

#include <QIODevice>
#include <QStringList>

#include <optional>

namespace refrain::wire {

/// Reads CSV (RFC 4180, with a header) or JSON Lines, whichever the file begins with, one row at a time.
class RowReader {
public:
    /// `in`: open, outlives the reader; need not be seekable.
    explicit RowReader(QIODevice& in) : m_in(in) {}

    /// Reads the header, where there is one; the first next() does so by itself.
    [[nodiscard]] Result<> begin();
    /// The next row; none at the end. An error where nothing further can be read: no header, or the device fails.
    [[nodiscard]] Result<std::optional<ImportRow>> next();

private:
    [[nodiscard]] std::optional<QByteArray> line();
    [[nodiscard]] ImportRow jsonRow(const QByteArray& text) const;
    [[nodiscard]] ImportRow csvRow(const QByteArray& first);
    /// The cells of the record that begins with `text`, of as many lines as its quotes ask for; `fault` is set where
    /// they do not close.
    [[nodiscard]] QStringList record(QByteArray text, QString& fault);

    QIODevice& m_in;
    qint64 m_line = 0;
    std::optional<QByteArray> m_ahead;
    QStringList m_header;
    bool m_begun = false;
    bool m_isJson = false;
};

}  // namespace refrain::wire
