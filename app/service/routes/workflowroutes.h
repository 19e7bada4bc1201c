#pragma once

#include "domain/category.h"
#include "service/routes/definitionroutes.h"
#include "service/usecases/decider.h"
#include "service/workflows/workflowrunner.h"

namespace refrain::service {

/// What `/workflows` of the API is made of; all outlive the routes.
struct WorkflowRouteParts {
    DefinitionRouteParts definitions;
    const store::Vault& vault;
    WorkflowRunner& runner;
    Decider& decider;
    const Clock& clock;
    /// What stands below every message of a category, as the caller would read it.
    std::function<QJsonArray(const Principal&, const Category&)> buttons;
};

void addWorkflowRoutes(Api& api, WorkflowRouteParts parts);

}  // namespace refrain::service
