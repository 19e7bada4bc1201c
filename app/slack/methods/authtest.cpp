#include "slack/methods/authtest.h"

#include "slack/failure.h"

namespace refrain::slack {

Result<AuthTest::Response> AuthTest::parse(const QJsonObject& answer)
{
    Response response{answer.value(QLatin1String("team_id")).toString(),
                      answer.value(QLatin1String("enterprise_id")).toString(),
                      answer.value(QLatin1String("user_id")).toString(),
                      answer.value(QLatin1String("is_enterprise_install")).toBool()};
    if (response.userId.isEmpty())
        return unreadable(QStringLiteral("auth.test"), QStringLiteral("no user_id"));
    return response;
}

}  // namespace refrain::slack
