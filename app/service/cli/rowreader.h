#pragma once

#include "base/result.h"

#include <QHash>
#include <QIODevice>
#include <QStringList>

#include <optional>

namespace refrain::service {

/// One row of a file of preferences, by its columns' names.
struct ImportRow {
    qint64 line = 0;  ///< Where it begins, from 1.
    QHash<QString, QString> fields;
    QString fault;  ///< Why it cannot be read; empty: it can.
};

/// Reads CSV (RFC 4180, with a header) or JSON Lines, whichever the file begins with, one row at a time.
class RowReader {
public:
    /// `in`: open, outlives the reader; need not be seekable.
    explicit RowReader(QIODevice& in) : m_in(in) {}

    /// The next row; none at the end. An error where nothing further can be read: no header, or the device fails.
    [[nodiscard]] Result<std::optional<ImportRow>> next();

private:
    [[nodiscard]] std::optional<QByteArray> line();
    [[nodiscard]] Result<> begin();
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

}  // namespace refrain::service
