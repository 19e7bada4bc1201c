#include "web/pathpattern.h"

namespace refrain::web {

PathPattern::PathPattern(QString text) : m_text(std::move(text))
{
    Q_ASSERT(m_text.startsWith(QLatin1Char('/')));
    for (const QString& segment : m_text.mid(1).split(QLatin1Char('/')))
        m_segments << parse(segment);
}

PathPattern::Segment PathPattern::parse(const QString& text)
{
    if (!text.startsWith(QLatin1Char('{')))
        return {Kind::Literal, {}, text.toUtf8()};
    const qsizetype end = text.indexOf(QLatin1Char('}'));
    Q_ASSERT(end > 1);
    const QString rest = text.mid(end + 1);
    Q_ASSERT(rest.isEmpty() || (rest.startsWith(QLatin1Char(':')) && rest.size() > 1));
    return {rest.isEmpty() ? Kind::Parameter : Kind::Verb, text.mid(1, end - 1), rest.toUtf8()};
}

std::optional<QHash<QString, QString>> PathPattern::match(const QByteArray& path) const
{
    const QList<QByteArray> parts = path.mid(1).split('/');
    if (parts.size() != m_segments.size())
        return std::nullopt;
    QHash<QString, QString> parameters;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const Segment& segment = m_segments[i];
        QByteArray part = parts[i];
        if (segment.kind == Kind::Literal) {
            if (QByteArray::fromPercentEncoding(part) != segment.text)
                return std::nullopt;
            continue;
        }
        if (segment.kind == Kind::Verb) {
            if (!part.endsWith(segment.text))
                return std::nullopt;
            part.chop(segment.text.size());
        }
        if (part.isEmpty())
            return std::nullopt;
        parameters.insert(segment.name, QString::fromUtf8(QByteArray::fromPercentEncoding(part)));
    }
    return parameters;
}

bool PathPattern::isMoreSpecificThan(const PathPattern& other) const
{
    const qsizetype count = std::min(m_segments.size(), other.m_segments.size());
    for (qsizetype i = 0; i < count; ++i)
        if (m_segments[i].kind != other.m_segments[i].kind)
            return m_segments[i].kind < other.m_segments[i].kind;
    return false;
}

}  // namespace refrain::web
