#include "service/config/config.h"

#include <utility>

namespace refrain::service {

WorkspacePolicy::WorkspacePolicy(QStringList names) : m_names(std::move(names)) {}

bool WorkspacePolicy::admits(const WorkspaceId& workspace, bool isKnown, bool anyKnown) const
{
    if (m_names.isEmpty())
        return isKnown || !anyKnown;
    return isKnown || m_names.contains(QLatin1String("*")) || m_names.contains(workspace.toString());
}

QStringList SlackApp::missing() const
{
    QStringList names;
    if (clientId.isEmpty())
        names << QStringLiteral("REFRAIN_SLACK_CLIENT_ID");
    if (clientSecret.isEmpty())
        names << QStringLiteral("REFRAIN_SLACK_CLIENT_SECRET");
    return names;
}

}  // namespace refrain::service
