#pragma once

#include "service/http/api.h"
#include "service/http/repeatable.h"
#include "service/imports/importdesk.h"
#include "service/imports/importundo.h"
#include "service/usecases/workspacereader.h"

namespace refrain::service {

/// All outlive the routes.
struct ImportRouteParts {
    ImportDesk& desk;
    ImportUndo& undo;
    WorkspaceReader& reader;
    Repeatable& repeatable;
};

/// Files of preferences: checked, taken in parts, ended, undone, listed. For admins; the list for whoever reads.
void addImportRoutes(Api& api, const ImportRouteParts& parts);

}  // namespace refrain::service
