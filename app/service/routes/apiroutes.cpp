#include "service/routes/apiroutes.h"

#include <QFile>

namespace refrain::service {

void addApiRoutes(Api& api, const ApiParts& parts)
{
    addWorkspaceRoutes(api, parts);
    addSubjectRoutes(api, parts);
    addPersonRoutes(api, parts);
    addPreferenceRoutes(api, parts);
    addBatchRoutes(api, parts);
    addCategoryRoutes(api, parts);
    addDecisionRoutes(api, parts);
    addChangeRoutes(api, parts);
    addAuditRoutes(api, parts);
    addSyncRoutes(api, parts);
    addStatRoutes(api, parts);
    addMemberRoutes(api, parts);
    addApiKeyRoutes(api, parts);
}

void addDocumentRoute(RouteTable& routes)
{
    routes.add("GET", QStringLiteral("/v1/openapi.json"), [](const web::Request&) {
        QFile file(QStringLiteral(":/openapi.json"));
        web::Response response;
        response.set("Content-Type", "application/json").set("Cache-Control", "public, max-age=300");
        if (file.open(QIODevice::ReadOnly))
            response.body = file.readAll();
        return response;
    });
}

}  // namespace refrain::service
