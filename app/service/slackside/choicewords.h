#pragma once

#include "domain/change.h"
#include "service/usecases/decider.h"

#include <QTimeZone>

/// What people are told about their choices, in plain words and as mrkdwn: names of categories are escaped, so that
/// nobody's title becomes a mention. The optional part is "all optional messages", never "everything".
namespace refrain::service {

/// A category with what is chosen and what follows from it.
struct ShownCategory {
    Category category;
    PreferenceView view;
};

/// "*Reminders*"; for `*` "all optional messages".
[[nodiscard]] QString nameOf(const Category& category);

/// "Monday, 30 November 2026, 19:00 (Europe/Berlin)"
[[nodiscard]] QString momentWords(Millis time, const QTimeZone& zone);

/// "From now on you no longer get *Reminders*." or until when it is snoozed.
[[nodiscard]] QString stopsWords(const Category& category, std::optional<Millis> until, const QTimeZone& zone);

/// "You get *Reminders* again, from now on."
[[nodiscard]] QString startsWords(const Category& category);

/// "on", "off since 3 May 2026", "paused until …", "always on: <reason>", …
[[nodiscard]] QString stateWords(const ShownCategory& shown, const QTimeZone& zone);

/// What still comes, and why; `all` without `*`. Empty where nothing does.
[[nodiscard]] QString stillComesWords(const std::vector<ShownCategory>& all);

/// Why a category does not come although its own choice says yes; empty where it comes.
[[nodiscard]] QString heldBackWords(const ShownCategory& shown, const QTimeZone& zone);

/// How to get back what was stopped: "Changed your mind? Press Undo, or type `/optin reminders`."
[[nodiscard]] QString wayBackWords(const Category& category);

/// Why a wish was refused, for the person who had it.
[[nodiscard]] QString refusalWords(const Category& category, Refusal refusal, const QString& sentence);

/// What the commands take, with the names of this workspace.
[[nodiscard]] QString helpWords(const std::vector<ShownCategory>& all);

}  // namespace refrain::service
