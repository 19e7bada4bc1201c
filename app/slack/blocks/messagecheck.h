#pragma once

#include "base/result.h"

#include <QJsonArray>

namespace refrain::slack {

/// Holds a sender's blocks against Block Kit's rules for messages (docs.slack.dev/reference/block-kit/blocks): headers,
/// sections, dividers, images, contexts, and buttons that open an address. What would come back to Refrain when pressed
/// is refused, for nobody would answer it. Invalid with a sentence about the first fault, blocks counted from 1.
[[nodiscard]] Result<> checkMessageBlocks(const QJsonArray& blocks, qsizetype most);

}  // namespace refrain::slack
