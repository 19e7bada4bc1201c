#pragma once

#include "service/http/api.h"
#include "store/databasepool.h"

namespace refrain::service {

/// `/messages` of the API: which of Slack's messages Refrain sent. The pool outlives the routes.
void addMessageRoutes(Api& api, store::DatabasePool& pool);

}  // namespace refrain::service
