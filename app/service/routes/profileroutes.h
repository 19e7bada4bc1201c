#pragma once

#include "service/background/taskpool.h"
#include "service/http/api.h"
#include "service/http/repeatable.h"
#include "service/usecases/profiledesk.h"

namespace refrain::service {

/// `/profiles` of the API. Writing may wait for Slack, so it is done by `tasks`. All outlive the routes.
void addProfileRoutes(Api& api, ProfileDesk& desk, Repeatable& repeatable, TaskPool& tasks);

}  // namespace refrain::service
