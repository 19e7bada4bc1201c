#include "sandbox/api/cursors.h"

#include "sandbox/world/draw.h"

#include <QStringList>

namespace refrain::sandbox {

QString Cursors::check(const QString& text) const
{
    quint64 sum = m_seed;
    for (const QChar c : text)
        sum = mix(sum, c.unicode());
    return QString::number(sum, 36);
}

QString Cursors::make(const QString& list, quint64 position) const
{
    const QString text = QStringLiteral("%1|%2|%3").arg(list).arg(position).arg(m_clock.now());
    QByteArray bytes = (text + u'|' + check(text)).toUtf8();
    if (bytes.size() % 3 == 0)
        bytes += '|';  // so that base64 has to pad
    return QString::fromLatin1(bytes.toBase64());
}

std::optional<quint64> Cursors::read(const QString& list, const QString& cursor) const
{
    const auto decoded = QByteArray::fromBase64Encoding(
        cursor.toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    const QStringList parts = QString::fromUtf8(decoded.decoded).split(u'|');
    if (!decoded || parts.size() < 4 || parts[0] != list || parts[3] != check(parts.mid(0, 3).join(u'|')))
        return std::nullopt;
    if (parts[2].toLongLong() + lifetime < m_clock.now())
        return std::nullopt;
    return parts[1].toULongLong();
}

PageRequest pageRequest(const Arguments& arguments, const Cursors& cursors, const QString& list, quint64 maximum)
{
    PageRequest page;
    const std::optional<qint64> limit = arguments.number(QStringLiteral("limit"), 0);
    if (!limit || *limit < 0 || quint64(*limit) > maximum) {
        page.problem = QStringLiteral("invalid_limit");
        return page;
    }
    page.limit = quint64(*limit);
    const QString cursor = arguments.text(QStringLiteral("cursor"));
    if (cursor.isEmpty())
        return page;
    const std::optional<quint64> from = cursors.read(list, cursor);
    if (!from)
        page.problem = QStringLiteral("invalid_cursor");
    else
        page.from = *from;
    return page;
}

}  // namespace refrain::sandbox
