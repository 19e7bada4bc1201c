#include "wire/rowreader.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace refrain::wire {
namespace {

constexpr qint64 longestRecord = 1024 * 1024;

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

}  // namespace

std::optional<QByteArray> RowReader::line()
{
    if (m_ahead)
        return std::exchange(m_ahead, std::nullopt);
    const QByteArray text = m_in.readLine(longestRecord);
    if (text.isEmpty())
        return std::nullopt;
    ++m_line;
    return text;
}

Result<> RowReader::begin()
{
    m_begun = true;
    std::optional<QByteArray> first = line();
    if (!first)
        return Error::invalid(QStringLiteral("The file is empty, so nothing was read."));
    if (first->startsWith("\xEF\xBB\xBF"))
        first->remove(0, 3);
    m_isJson = first->trimmed().startsWith('{');
    if (m_isJson) {
        m_ahead = first;
        return {};
    }
    QString fault;
    m_header = record(*first, fault);
    for (const char* needed : {"subject", "category"}) {
        if (!m_header.contains(QLatin1String(needed)))
            return Error::invalid(QStringLiteral("The first line names no column “%1”, so nothing was read. Begin with "
                                                 "subject,category,state, or write JSON Lines.")
                                      .arg(QLatin1String(needed)));
    }
    return {};
}

Result<std::optional<ImportRow>> RowReader::next()
{
    if (!m_begun) {
        if (Result<> done = begin(); !done)
            return done.error();
    }
    while (const std::optional<QByteArray> text = line()) {
        if (!text->trimmed().isEmpty())
            return std::optional(m_isJson ? jsonRow(*text) : csvRow(*text));
    }
    if (!m_in.atEnd())
        return Error::unavailable(QStringLiteral("The file cannot be read further: %1.").arg(m_in.errorString()));
    return std::optional<ImportRow>();
}

ImportRow RowReader::jsonRow(const QByteArray& text) const
{
    ImportRow row;
    row.line = m_line;
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        row.fault = QStringLiteral("This is no JSON object.");
    const QJsonObject object = document.object();
    for (auto field = object.begin(); field != object.end(); ++field)
        row.fields.insert(field.key(), textOf(field.value()));
    return row;
}

ImportRow RowReader::csvRow(const QByteArray& first)
{
    ImportRow row;
    row.line = m_line;
    const QStringList cells = record(first, row.fault);
    if (row.fault.isEmpty() && cells.size() != m_header.size())
        row.fault = QStringLiteral("This has %1 cells, the header %2.").arg(cells.size()).arg(m_header.size());
    for (qsizetype i = 0; row.fault.isEmpty() && i < cells.size(); ++i)
        row.fields.insert(m_header.at(i), undefused(cells.at(i)));
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
    QStringList cells{QString()};
    bool isQuoted = false;
    const QString characters = QString::fromUtf8(text);
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const QChar character = characters.at(i);
        const bool doubled = isQuoted && characters.mid(i, 2) == QLatin1String("\"\"");
        if (doubled)
            cells.last() += characters.at(++i);
        else if (character == QLatin1Char('"'))
            isQuoted = !isQuoted;
        else if (character == QLatin1Char(',') && !isQuoted)
            cells << QString();
        else
            cells.last() += character;
    }
    return cells;
}

}  // namespace refrain::wire
