#pragma once

#include "service/usecases/decider.h"
#include "service/usecases/preferencewriter.h"
#include "web/response.h"
#include "wire/preference.h"

namespace refrain::service {

[[nodiscard]] wire::PreferenceView onWire(const PreferenceView& view);

/// What a PUT is answered: the preference with its ETag, or the problem that names what stands in the way.
/// `database`: inside the transaction of the change, after it.
[[nodiscard]] Result<web::Response> changeAnswer(store::Database& database, const Decider& decider,
                                                 const WorkspaceId& workspace, const ChangeRequest& request,
                                                 const ChangeOutcome& outcome);

/// The contract's problem code of a wish that failed, for one item of a batch; a subject or category that does not
/// exist is `unprocessable` there.
[[nodiscard]] QString codeInBatch(const ChangeOutcome& outcome);

}  // namespace refrain::service
