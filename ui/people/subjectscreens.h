#pragma once

#include "ui/people/subjectscreen.h"

namespace refrain::ui {

[[nodiscard]] SubjectScreenKind peopleKind();
[[nodiscard]] SubjectScreenKind channelsKind();

}  // namespace refrain::ui
