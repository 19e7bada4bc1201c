#include "slack/failure.h"

#include <QRegularExpression>
#include <QSet>

namespace refrain::slack {
namespace {

QSet<QString> words(const char* text)
{
    const QStringList list = QString::fromLatin1(text).split(QLatin1Char(' '));
    return {list.begin(), list.end()};
}

ErrorCode codeOf(const QString& word)
{
    static const QSet<QString> dead = words(
        "not_authed invalid_auth account_inactive token_revoked token_expired team_disabled user_removed_from_team");
    static const QSet<QString> forbidden = words(
        "missing_scope not_allowed_token_type no_permission access_denied accesslimited org_login_required "
        "team_access_not_granted enterprise_is_restricted ekm_access_denied two_factor_setup_required");
    static const QSet<QString> transient =
        words("ratelimited rate_limited request_timeout internal_error fatal_error service_unavailable");
    if (dead.contains(word))
        return ErrorCode::Unauthorized;
    if (forbidden.contains(word))
        return ErrorCode::Forbidden;
    if (transient.contains(word))
        return ErrorCode::Unavailable;
    if (word.endsWith(QLatin1String("_not_found")) || word == QLatin1String("user_not_visible"))
        return ErrorCode::NotFound;
    return ErrorCode::Invalid;
}

QString sentence(ErrorCode code, const QString& method)
{
    switch (code) {
        case ErrorCode::Unauthorized:
            return QStringLiteral("Slack no longer accepts Refrain's access to this workspace. Connect it again.");
        case ErrorCode::Forbidden:
            return QStringLiteral("Slack does not allow %1 with the permissions that Refrain was given.").arg(method);
        case ErrorCode::Unavailable: return QStringLiteral("Slack is busy; Refrain tries %1 again.").arg(method);
        case ErrorCode::NotFound: return QStringLiteral("Slack does not know what %1 asked about.").arg(method);
        default: return QStringLiteral("Slack refused %1.").arg(method);
    }
}

}  // namespace

Error failure(const QString& method, const QJsonObject& answer)
{
    const QString word = answer.value(QLatin1String("error")).toString(QStringLiteral("unknown_error"));
    QString context = QStringLiteral("slack:%1").arg(word);
    if (const QString needed = answer.value(QLatin1String("needed")).toString(); !needed.isEmpty())
        context +=
            QStringLiteral(" needed=%1 provided=%2").arg(needed, answer.value(QLatin1String("provided")).toString());
    const ErrorCode code = codeOf(word);
    return {code, sentence(code, method), context};
}

Error unreadable(const QString& method, const QString& why)
{
    return Error::unavailable(
        QStringLiteral("Slack's answer to %1 could not be read; Refrain tries again.").arg(method), why);
}

Error stopped()
{
    return Error::cancelled(QStringLiteral("Refrain is stopping; it goes on after the next start."),
                            QStringLiteral("not asked"));
}

bool wasNotAsked(const Error& error)
{
    return error.is(ErrorCode::Cancelled) && error.context() == QLatin1String("not asked");
}

QString errorWord(const Error& error)
{
    static const QRegularExpression form(QStringLiteral("^slack:(\\S+)"));
    return form.match(error.context()).captured(1);
}

bool isDeadToken(const Error& error)
{
    return error.is(ErrorCode::Unauthorized) && !errorWord(error).isEmpty();
}

QString missingScope(const Error& error)
{
    static const QRegularExpression form(QStringLiteral("^slack:missing_scope needed=(\\S+)"));
    return form.match(error.context()).captured(1);
}

}  // namespace refrain::slack
