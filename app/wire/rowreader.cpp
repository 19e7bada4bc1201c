#include "wire/rowreader.h"

#include <QJsonDocument>

namespace refrain::wire {
namespace {

constexpr qsizetype longestRecord = 1024 * 1024;
constexpr qint64 pieceSize = 64 * 1024;

/// Exports put an apostrophe before what a spreadsheet would run as a formula.
QString undefused(const QString& cell)
{
    static const QString dangerous = QStringLiteral("=+-@\t\r");
    const bool defused = cell.size() > 1 && cell.startsWith(QLatin1Char('\'')) && dangerous.contains(cell.at(1));
    return defused ? cell.mid(1) : cell;
}

QString textOf(const QJsonValue& value)
{
    return value.isBool() ? (value.toBool() ? QStringLiteral("true") : QString()) : value.toVariant().toString();
}

bool isOpen(const QByteArray& text)
{
    return text.count('"') % 2 == 1;
}

RowFormat named(RowFormat format)
{
    format.hasHeader = true;
    return format;
}

/// A record that is whole, parted where no quote is open.
QStringList cellsOf(QByteArrayView text, char delimiter)
{
    QStringList cells;
    QByteArray quoted;  // of the cell at hand, where it is not a plain piece of the text
    qsizetype begin = 0;
    bool isQuoted = false;
    bool hasQuotes = false;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool isEnd = i == text.size();
        if (isEnd || (text[i] == delimiter && !isQuoted)) {
            cells << (hasQuotes ? QString::fromUtf8(quoted) : QString::fromUtf8(text.sliced(begin, i - begin)));
            begin = i + 1;
            quoted.clear();
            hasQuotes = false;
        } else if (text[i] == '"') {
            if (!hasQuotes)
                quoted = text.sliced(begin, i - begin).toByteArray();
            hasQuotes = true;
            if (isQuoted && i + 1 < text.size() && text[i + 1] == '"')
                quoted += text[++i];
            else
                isQuoted = !isQuoted;
        } else if (hasQuotes) {
            quoted += text[i];
        }
    }
    return cells;
}

}  // namespace

RowReader::RowReader(QIODevice& in) : RowReader(in, named(guessRowFormat(in.peek(pieceSize)))) {}

void RowReader::fill()
{
    m_text.remove(0, m_at);
    m_at = 0;
    const QByteArray piece = m_in.read(pieceSize);
    m_isOver = piece.isEmpty();
    m_text += m_toUtf8(piece);
}

std::optional<QByteArray> RowReader::line()
{
    qsizetype end = m_text.indexOf('\n', m_at);
    while (end < 0 && !m_isOver && m_text.size() - m_at < longestRecord) {
        fill();
        end = m_text.indexOf('\n');
    }
    if (m_at == m_text.size())
        return std::nullopt;
    const qsizetype next = end < 0 ? m_text.size() : end + 1;
    const QByteArray text = m_text.mid(m_at, next - m_at);
    m_at = next;
    ++m_line;
    return text;
}

Result<> RowReader::begin()
{
    if (std::exchange(m_begun, true))
        return {};
    if (!m_format.isJson && m_format.hasHeader) {
        const std::optional<QByteArray> first = line();
        QString fault;
        if (first)
            m_columns = record(*first, fault);
        for (QString& column : m_columns)
            column = column.trimmed();
    }
    Result<std::optional<ImportRow>> row = read();
    if (!row)
        return row.error();
    if (!*row && m_columns.isEmpty())
        return Error::invalid(QStringLiteral("The file is empty, so nothing was read."));
    m_ahead = *std::move(row);
    return {};
}

Result<std::optional<ImportRow>> RowReader::next()
{
    if (Result<> begun = begin(); !begun)
        return begun.error();
    if (m_ahead)
        return std::exchange(m_ahead, std::nullopt);
    return read();
}

Result<std::optional<ImportRow>> RowReader::read()
{
    while (const std::optional<QByteArray> text = line()) {
        if (!text->trimmed().isEmpty())
            return std::optional(m_format.isJson ? jsonRow(*text) : csvRow(*text));
    }
    if (!m_in.atEnd())
        return Error::unavailable(QStringLiteral("The file cannot be read further: %1.").arg(m_in.errorString()));
    return std::optional<ImportRow>();
}

ImportRow RowReader::jsonRow(const QByteArray& text)
{
    ImportRow row;
    row.line = m_line;
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        row.fault = QStringLiteral("This is no JSON object.");
    const QJsonObject object = document.object();
    for (auto field = object.begin(); field != object.end(); ++field)
        row.fields.insert(field.key(), textOf(field.value()));
    if (m_columns.isEmpty())
        m_columns = object.keys();
    return row;
}

void RowReader::nameColumns(qsizetype count)
{
    for (qsizetype i = 1; i <= count; ++i)
        m_columns << QString::number(i);
}

ImportRow RowReader::csvRow(const QByteArray& first)
{
    ImportRow row;
    row.line = m_line;
    const QStringList cells = record(first, row.fault);
    if (m_columns.isEmpty())
        nameColumns(cells.size());
    if (row.fault.isEmpty() && cells.size() != m_columns.size())
        row.fault =
            m_format.hasHeader
                ? QStringLiteral("This has %1 cells, the header %2.").arg(cells.size()).arg(m_columns.size())
                : QStringLiteral("This has %1 cells, the first line %2.").arg(cells.size()).arg(m_columns.size());
    for (qsizetype i = 0; row.fault.isEmpty() && i < cells.size(); ++i)
        row.fields.insert(m_columns.at(i), undefused(cells.at(i)));
    return row;
}

QStringList RowReader::record(QByteArray text, QString& fault)
{
    while (isOpen(text)) {
        const std::optional<QByteArray> more = line();
        if (!more || text.size() + more->size() > longestRecord) {
            fault = QStringLiteral("A quotation mark does not close.");
            return {};
        }
        text += *more;
    }
    while (text.endsWith('\n') || text.endsWith('\r'))
        text.chop(1);
    return cellsOf(text, m_format.delimiter);
}

}  // namespace refrain::wire
