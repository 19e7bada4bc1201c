#pragma once

#include "service/slackside/choicemessages.h"
#include "store/changestore.h"

#include <vector>

/// What an acknowledgement says, and what becomes of one that Slack did not take. Pure, but for reading.
namespace refrain::service {

/// A choice that others changed: what it was before the first untold change, and what it is.
struct ChangedChoice {
    Category category;
    Preference before;
    PreferenceView now;
};

/// True where nothing is left to tell: it is as it was, or the person has changed it since.
[[nodiscard]] bool isTakenBack(const ChangedChoice& choice, const SubjectId& person, Millis now);

/// What was changed, by whom, what still comes, and the way back. REQUIRES: at least one choice.
[[nodiscard]] Told acknowledgement(const std::vector<ChangedChoice>& choices, const Shown& shown, Millis now);

/// How a failed post is to be taken.
enum class PostFailure {
    NotPosted,  ///< Certainly not posted, and worth another try later.
    Hopeless,   ///< Certainly not posted, and never will be.
    Unknown,    ///< It may stand there: never again.
};
[[nodiscard]] PostFailure classify(const Error& error);

/// How long to wait after the try number `attempts`, from 1.
[[nodiscard]] Millis pauseAfter(int attempts);

}  // namespace refrain::service
