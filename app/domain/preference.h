#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "domain/actor.h"

#include <QString>

#include <optional>

namespace refrain {

enum class PreferenceState { Default, OptedIn, OptedOut };

[[nodiscard]] QString toString(PreferenceState state);
[[nodiscard]] std::optional<PreferenceState> preferenceStateFromString(const QString& name);

/// A subject's explicit choice for one category or `*`, with who made it and when.
/// Never set: state Default, version 0, no source, actor or time.
struct Preference {
    SubjectId subject;
    CategorySlug category;
    PreferenceState state = PreferenceState::Default;
    std::optional<Millis> snoozedUntil;
    qint64 version = 0;  ///< Equals the workspace sequence number of the change that made it.
    std::optional<Source> source;
    std::optional<Actor> actor;
    std::optional<RequestedBy> requestedBy;
    QString reason;
    QString ticket;
    std::optional<Millis> at;
    bool stateIsOwnWord = false;   ///< The opt-out is the person's own (own surface, or staff for person or legal).
    bool snoozeIsOwnWord = false;  ///< The same of the snooze.
    /// Until when `actor` may take back the own word that this very change noted down (a slip of
    /// staff, a link's way back). None where the last change noted none: judge() sets it each time.
    std::optional<Millis> correctableUntil;

    friend bool operator==(const Preference&, const Preference&) = default;

    /// An overlay with an end: covers `now` while it lasts, then the saved choice is back by itself.
    [[nodiscard]] bool isSnoozedAt(Millis now) const { return snoozedUntil && *snoozedUntil > now; }
};

}  // namespace refrain
