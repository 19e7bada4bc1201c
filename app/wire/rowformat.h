#pragma once

#include <QByteArray>
#include <QString>
#include <QStringDecoder>

#include <optional>

namespace refrain::wire {

/// How a file of rows is written.
struct RowFormat {
    /// Western is Windows-1252, of which Latin-1 is a part.
    enum class Encoding { Utf8, Utf16Le, Utf16Be, Western };

    Encoding encoding = Encoding::Utf8;
    bool isJson = false;  ///< JSON Lines; else CSV (RFC 4180).
    char delimiter = ',';
    bool hasHeader = true;  ///< The first line names the columns.

    friend bool operator==(const RowFormat&, const RowFormat&) = default;
};

/// What a file that begins so is most likely written in.
[[nodiscard]] RowFormat guessRowFormat(const QByteArray& beginning);

/// Bytes of one encoding as UTF-8, a piece at a time.
class ToUtf8 {
public:
    explicit ToUtf8(RowFormat::Encoding encoding);
    [[nodiscard]] QByteArray operator()(const QByteArray& piece);

private:
    RowFormat::Encoding m_encoding;
    QStringDecoder m_decoder;
    bool m_isFirst = true;
};

}  // namespace refrain::wire
