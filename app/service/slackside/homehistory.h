#pragma once

#include "domain/category.h"
#include "service/slackside/homeview.h"
#include "store/changestore.h"

namespace refrain::service {

/// The last five changes of a person's own choices, in plain words: "You stopped Reminders in the App Home".
/// `changes`: newest first, of whatever type.
[[nodiscard]] std::vector<HomeEvent> homeHistory(const std::vector<store::ChangeRecord>& changes,
                                                 const SubjectId& person, const std::vector<Category>& categories,
                                                 const Speech& speech);

}  // namespace refrain::service
