#include "wire/rowformat.h"

#include "wire/importrow.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace refrain::wire {
namespace {

using Encoding = RowFormat::Encoding;

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

/// What Windows-1252 has where Latin-1 has control characters.
constexpr std::array<char16_t, 32> windows{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                           0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                           0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                           0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

QString fromWestern(const QByteArray& bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar& c : text) {
        if (c >= QChar(0x80) && c <= QChar(0x9F))
            c = QChar(windows[c.unicode() - 0x80U]);
    }
    return text;
}

bool isUtf8(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    // A piece may end within a character: that is no fault.
    const QString text = decoder(bytes);
    return !text.isNull() && !decoder.hasError();
}

Encoding guessEncoding(const QByteArray& beginning)
{
    const auto zerosAt = [&](qsizetype first) {
        qsizetype count = 0;
        for (qsizetype i = first; i < qMin(beginning.size(), qsizetype(1000)); i += 2)
            count += beginning.at(i) == 0 ? 1 : 0;
        return count;
    };
    if (beginning.startsWith("\xFF\xFE"))
        return Encoding::Utf16Le;
    if (beginning.startsWith("\xFE\xFF"))
        return Encoding::Utf16Be;
    const qsizetype half = qMin(beginning.size(), qsizetype(1000)) / 4;
    if (half > 0 && zerosAt(1) > half)
        return Encoding::Utf16Le;
    if (half > 0 && zerosAt(0) > half)
        return Encoding::Utf16Be;
    return isUtf8(beginning) ? Encoding::Utf8 : Encoding::Western;
}

/// The one that parts the first lines into most columns, the same number in each.
char guessDelimiter(const QByteArrayList& lines)
{
    char best = ',';
    qsizetype most = 0;
    for (const char candidate : {',', ';', '\t', '|'}) {
        qsizetype least = lines.isEmpty() ? 0 : lines.front().count(candidate);
        for (const QByteArray& line : lines)
            least = line.trimmed().isEmpty() ? least : qMin(least, line.count(candidate));
        if (least > most) {
            most = least;
            best = candidate;
        }
    }
    return best;
}

/// Names of columns are words; what rows hold are addresses and ids.
bool looksLikeHeader(const QByteArray& line, char delimiter)
{
    const QByteArrayList cells = line.trimmed().split(delimiter);
    return std::none_of(cells.begin(), cells.end(), [](QByteArray cell) {
        cell.replace('"', "");
        cell = cell.trimmed();
        const bool isId = cell.size() >= 7 && QByteArrayView("UWCGDE").contains(cell.front()) &&
                          std::all_of(cell.begin(), cell.end(),
                                      [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }) &&
                          std::any_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
        return isId || cell.contains('@');
    });
}

}  // namespace

RowFormat guessRowFormat(const QByteArray& beginning)
{
    RowFormat format;
    format.encoding = guessEncoding(beginning);
    const QByteArray text = ToUtf8(format.encoding)(beginning);
    format.isJson = text.trimmed().startsWith('{');
    QByteArrayList lines = text.left(16'000).split('\n').mid(0, 11);
    if (lines.size() > 1)
        lines.removeLast();  // it may be cut
    format.delimiter = guessDelimiter(lines);
    format.hasHeader = !lines.isEmpty() && looksLikeHeader(lines.front(), format.delimiter);
    return format;
}

ToUtf8::ToUtf8(Encoding encoding)
    : m_encoding(encoding),
      m_decoder(encoding == Encoding::Utf16Le   ? QStringDecoder::Utf16LE
                : encoding == Encoding::Utf16Be ? QStringDecoder::Utf16BE
                                                : QStringDecoder::Utf8)
{
}

QByteArray ToUtf8::operator()(const QByteArray& piece)
{
    QByteArray text;
    switch (m_encoding) {
        case Encoding::Utf8: text = piece; break;
        case Encoding::Western: text = fromWestern(piece).toUtf8(); break;
        case Encoding::Utf16Le:
        case Encoding::Utf16Be: text = QString(m_decoder(piece)).toUtf8(); break;
    }
    if (m_isFirst && text.startsWith(byteOrderMark))
        text.remove(0, byteOrderMark.size());
    m_isFirst = m_isFirst && piece.isEmpty();
    return text;
}

}  // namespace refrain::wire
