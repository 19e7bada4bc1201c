#include "slack/payloads/installation.h"

#include "base/direction.h"

#include <QRegularExpression>

namespace refrain::slack {

bool isTrue(const QJsonValue& flag)
{
    return flag.toBool() || flag.toString() == QLatin1String("true");
}

WorkspaceId installationOf(const QJsonValue& isEnterpriseInstall, const QString& enterprise, const QString& team)
{
    return WorkspaceId(isTrue(isEnterpriseInstall) && !enterprise.isEmpty() ? enterprise : team);
}

QString unescaped(QString text)
{
    return text.replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">"))
        .replace(QLatin1String("&amp;"), QLatin1String("&"));
}

QString escaped(QString text)
{
    return withoutTurns(std::move(text))
        .replace(QLatin1Char('&'), QLatin1String("&amp;"))
        .replace(QLatin1Char('<'), QLatin1String("&lt;"))
        .replace(QLatin1Char('>'), QLatin1String("&gt;"));
}

QString plainly(const QString& text)
{
    // Inside a word an underscore is one: weekly_report.
    static const QRegularExpression outer(QStringLiteral("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])"));
    return escaped(text)
        .replace(outer, QChar(0x02CD))
        .replace(QLatin1Char('*'), QChar(0x2217))
        .replace(QLatin1Char('~'), QChar(0x223C))
        .replace(QLatin1Char('`'), QChar(0x02CB));
}

QString withoutMarks(QString mrkdwn)
{
    static const QRegularExpression marked(QStringLiteral("(?<!\\w)([*_~`])(\\S(?:.*?\\S)?)\\1(?!\\w)"));
    return unescaped(mrkdwn.replace(marked, QStringLiteral("\\2")));
}

}  // namespace refrain::slack
