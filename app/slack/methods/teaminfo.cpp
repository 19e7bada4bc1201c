#include "slack/methods/teaminfo.h"

#include "slack/failure.h"

namespace refrain::slack {

Result<TeamInfo::Response> TeamInfo::parse(const QJsonObject& answer)
{
    const QJsonObject team = answer.value(QLatin1String("team")).toObject();
    Response response{team.value(QLatin1String("id")).toString(), team.value(QLatin1String("name")).toString(),
                      team.value(QLatin1String("domain")).toString()};
    if (response.id.isEmpty())
        return unreadable(QStringLiteral("team.info"), QStringLiteral("no team"));
    return response;
}

}  // namespace refrain::slack
