#pragma once

#include "console/sending/playbooks.h"
#include "console/sending/templates.h"
#include "console/sending/workflows.h"

namespace refrain::console {

/// What of a workflow, template or playbook somebody writes, as a draft keeps it. Half of it may be missing: nothing is
/// checked here.
[[nodiscard]] QJsonObject draftOf(const StoredWorkflow& written);
[[nodiscard]] QJsonObject draftOf(const StoredTemplate& written);
[[nodiscard]] QJsonObject draftOf(const PlaybookCopy& written);
[[nodiscard]] StoredWorkflow workflowFromDraft(const QJsonObject& draft);
[[nodiscard]] StoredTemplate templateFromDraft(const QJsonObject& draft);
[[nodiscard]] PlaybookCopy playbookFromDraft(const QJsonObject& draft);

}  // namespace refrain::console
