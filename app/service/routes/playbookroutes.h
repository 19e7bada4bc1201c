#pragma once

#include "service/playbooks/playbookpublisher.h"
#include "service/routes/definitionroutes.h"
#include "service/usecases/decider.h"

namespace refrain::service {

/// What `/playbooks` of the API is made of; all outlive the routes.
struct PlaybookRouteParts {
    DefinitionRouteParts copies;
    const PlaybookLibrary& library;
    PlaybookPublisher& publisher;
    Decider& decider;
};

void addPlaybookRoutes(Api& api, const PlaybookRouteParts& parts);

}  // namespace refrain::service
