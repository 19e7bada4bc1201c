#include "console/table/slacktext.h"

#include <QRegularExpression>

namespace refrain::console {

namespace {

/// What stands between "<" and ">": `https://…|label`, `@U1`, `#C1|general`, `!here`, `!date^…|fallback`.
QString readable(const QString& reference)
{
    const QString target = reference.section(u'|', 0, 0);
    const QString label = reference.section(u'|', 1);
    const QChar sort = target.isEmpty() ? QChar() : target.front();
    if (sort == u'@' || sort == u'#') {
        const QString name = label.isEmpty() ? target.mid(1) : label;
        return name.startsWith(sort) ? name : sort + name;
    }
    if (sort == u'!')
        return label.isEmpty() ? u'@' + target.mid(1).section(u'^', 0, 0) : label;
    if (!label.isEmpty())
        return label;
    return target.startsWith(QLatin1String("mailto:")) ? target.mid(7) : target;
}

}  // namespace

QString plainText(const QString& slackText)
{
    if (!slackText.contains(u'<') && !slackText.contains(u'&'))
        return slackText;
    static const QRegularExpression reference(QStringLiteral("<([^<>]*)>"));
    QString out;
    qsizetype from = 0;
    for (auto found = reference.globalMatch(slackText); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        out += slackText.mid(from, match.capturedStart() - from) + readable(match.captured(1));
        from = match.capturedEnd();
    }
    out += slackText.mid(from);
    // The ampersand last: "&amp;lt;" is the text "&lt;", not "<".
    return out.replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">"))
        .replace(QLatin1String("&amp;"), QLatin1String("&"));
}

QString mentionsNamed(const QString& plain, const std::function<QString(const QString& id)>& nameOf)
{
    if (!plain.contains(u'@'))
        return plain;
    static const QRegularExpression member(QStringLiteral("@([UW][A-Z0-9]{2,})\\b"));
    QString out;
    qsizetype from = 0;
    for (auto found = member.globalMatch(plain); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString name = nameOf(match.captured(1));
        out += plain.mid(from, match.capturedStart() - from) + (name.isEmpty() ? match.captured(0) : u'@' + name);
        from = match.capturedEnd();
    }
    return out + plain.mid(from);
}

}  // namespace refrain::console
