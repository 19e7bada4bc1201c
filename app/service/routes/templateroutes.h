#pragma once

#include "domain/category.h"
#include "service/routes/definitionroutes.h"
#include "service/templates/templates.h"

namespace refrain::service {

/// `/templates` of the API. All outlive the routes.
struct TemplateRouteParts {
    DefinitionRouteParts definitions;
    const TemplateProgram& program;
    Templates& templates;
    /// What stands below every message of a category, as the caller would read it.
    std::function<QJsonArray(const Principal&, const Category&)> buttons;
};

void addTemplateRoutes(Api& api, const TemplateRouteParts& parts);

}  // namespace refrain::service
