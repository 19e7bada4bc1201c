#pragma once

#include "console/sending/notifications.h"
#include "ui/common/textdelegate.h"

namespace refrain::ui {

/// How far a notification is, in a word or two: "sending, 340 of 1,000", "sent", "sent, 3 failed".
[[nodiscard]] QString progressWords(const console::SentNotification& sent);
[[nodiscard]] Tone progressTone(const console::SentNotification& sent);

/// Why somebody does not get a message, as the end of "skipped: …".
[[nodiscard]] QString skipWords(Rule rule);
/// What became of one recipient: "sent", "skipped: turned it off", "failed: Slack knows nobody there any more".
/// `sameAs`: the name of whoever's message reached them too.
[[nodiscard]] QString fateWords(const console::RecipientFate& fate, const QString& sameAs);
[[nodiscard]] Tone fateTone(RecipientOutcome outcome);

}  // namespace refrain::ui
