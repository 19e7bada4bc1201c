#include "slack/methods/userslookupbyemail.h"

#include "slack/failure.h"

namespace refrain::slack {

Call UsersLookupByEmail::call() const
{
    return Call{QStringLiteral("users.lookupByEmail"), Tier::Three, {}, true}.with("email", m_email);
}

Result<User> UsersLookupByEmail::parse(const QJsonObject& answer)
{
    User user = User::parse(answer.value(QLatin1String("user")).toObject());
    if (user.subject.id.isEmpty())
        return unreadable(QStringLiteral("users.lookupByEmail"), QStringLiteral("no user"));
    return user;
}

}  // namespace refrain::slack
