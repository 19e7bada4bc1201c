#pragma once

#include "console/sending/notifications.h"
#include "console/sending/recipientlist.h"
#include "ui/common/textdelegate.h"

#include <QStringList>

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

/// What Slack does with a message that calls everybody of a place (console::calledTogether); empty where it calls
/// nobody.
[[nodiscard]] QString callsWords(const QStringList& called);

/// Why nothing goes to an entry of a list: "2 people have this name: use the e-mail address or the ID".
[[nodiscard]] QString leftOutWords(const console::RecipientList::LeftOut& out);
/// How many entries of a list are left out and, of the first `most`, which and why, a line each; empty for none.
[[nodiscard]] QString leftOutText(const console::RecipientList& list, size_t most);

}  // namespace refrain::ui
