#pragma once

#include "domain/change.h"
#include "domain/snoozeend.h"
#include "service/slackside/speech.h"
#include "service/usecases/decider.h"

/// What people are told about their choices, in plain words and as mrkdwn: names of categories are escaped, so that
/// nobody's title becomes a mention. The optional part is "all optional messages", never "everything".
namespace refrain::service {

/// A category with what is chosen and what follows from it.
struct ShownCategory {
    Category category;
    PreferenceView view;
};

/// "*Reminders*"; for `*` "all optional messages".
[[nodiscard]] QString nameOf(const Category& category, const Speech& speech);

/// "From now on you no longer get *Reminders*." or until when it is snoozed. `silentAfter`: afterPauseWords().
[[nodiscard]] QString stopsWords(const Category& category, std::optional<Millis> until, const Speech& speech,
                                 const QString& silentAfter = {});

/// Why a category does not come even once a pause of its own is over, as it stands or stood before that; empty where it
/// comes then.
[[nodiscard]] QString afterPauseWords(const ShownCategory& shown, const Speech& speech);

/// "You get *Reminders* again, from now on."
[[nodiscard]] QString startsWords(const Category& category, const Speech& speech);

/// The same of a category whose choice says so, and what still holds it back.
[[nodiscard]] QString startedWords(const ShownCategory& shown, const Speech& speech);

/// "on", "off since 3 May 2026", "paused until …", "always on: <reason>", …
[[nodiscard]] QString stateWords(const ShownCategory& shown, const Speech& speech);

/// What still comes, and why; `all` without `*`. Empty where nothing does.
[[nodiscard]] QString stillComesWords(const std::vector<ShownCategory>& all, const Speech& speech);

/// Why a category does not come although its own choice says yes; empty where it comes.
[[nodiscard]] QString heldBackWords(const ShownCategory& shown, const Speech& speech);

/// How to get back what was just stopped: "Changed your mind? Press Undo, or type `/optin reminders`."; and how long,
/// where that ends.
[[nodiscard]] QString wayBackWords(const Category& category, const Speech& speech);

/// Why a wish was refused, for the person who had it.
[[nodiscard]] QString refusalWords(const Category& category, Refusal refusal, const Speech& speech);

/// What is wrong with what was written for a time.
[[nodiscard]] QString badTimeWords(SnoozeFault fault, const QString& written, const Speech& speech);

/// A pause in words: `1w` is "1 week".
[[nodiscard]] QString durationWords(const QString& words, const Speech& speech);

/// What the commands take, with the names of this workspace.
[[nodiscard]] QString helpWords(const std::vector<ShownCategory>& all, const Speech& speech);

}  // namespace refrain::service
