#include "slack/methods/usersinfo.h"

#include "slack/failure.h"

namespace refrain::slack {

Call UsersInfo::call() const
{
    return Call{QStringLiteral("users.info"), Tier::Four, {}, true}
        .with("user", m_user.toString())
        .with("include_locale", QStringLiteral("true"));
}

Result<User> UsersInfo::parse(const QJsonObject& answer)
{
    User user = User::parse(answer.value(QLatin1String("user")).toObject());
    if (user.subject.id.isEmpty())
        return unreadable(QStringLiteral("users.info"), QStringLiteral("no user"));
    return user;
}

}  // namespace refrain::slack
