#pragma once

#include "service/background/taskpool.h"
#include "service/http/api.h"

namespace refrain::service {

/// A route whose handler may wait, for Slack or for another program: it runs in `tasks` and blocks no worker meanwhile.
/// Where too much waits there already, the answer is `unavailable`. `tasks` outlives the routes.
void addSlow(Api& api, TaskPool& tasks, const QByteArray& method, const QString& path, Permission permission,
             Api::Handler handler);

}  // namespace refrain::service
