#pragma once

#include "domain/category.h"
#include "domain/decide.h"
#include "domain/preference.h"

#include <QMetaType>

#include <optional>

namespace refrain::console {

/// The mark that a category's cell bears (the table of marks in the manual). Paused is the workspace's own stop.
enum class CellState { DefaultOn, DefaultOff, OptedOut, OptedIn, Snoozed, Required, Paused };

/// What is stored of one subject's choice for one category, as small as a table of a million people needs it.
struct StoredChoice {
    PreferenceState state = PreferenceState::Default;
    std::optional<Millis> snoozedUntil;
    qint64 version = 0;  ///< 0: the cache knows of none.

    [[nodiscard]] static StoredChoice of(const Preference& preference);
    [[nodiscard]] bool isSnoozedAt(Millis now) const { return snoozedUntil && *snoozedUntil > now; }
    friend bool operator==(const StoredChoice&, const StoredChoice&) = default;
};

/// A local change's mark on a cell: nothing, shown, on disk, or refused and not yet looked at.
enum class CellRing { None, Pending, Waiting, Refused };

/// One cell, ready to be drawn and read aloud. A value; any thread.
struct Cell {
    CellState state = CellState::DefaultOn;
    CellRing ring = CellRing::None;
    Rule rule = Rule::DefaultIn;         ///< What decides for this subject if it can be reached at all.
    bool delivers = true;                ///< By `rule`.
    bool unreachable = false;            ///< Nothing is sent here whatever the rule says: who left, an app, archived.
    bool allOptionalOff = false;         ///< Everything optional is off or snoozed: drawn filled and thinned.
    bool fromParent = false;             ///< OptedOut or Snoozed through the parent category, not by itself.
    bool fromLinked = false;             ///< Another account of the same person decides; `own` is still this one's.
    std::optional<Millis> snoozedUntil;  ///< When the snooze that covers the cell now ends.
    StoredChoice own;                    ///< The subject's own choice beneath it all.

    friend bool operator==(const Cell&, const Cell&) = default;
};

/// The cell for one category, by the rules of decide() for a reachable subject. Pure; any thread.
[[nodiscard]] Cell cellOf(const Category& category, const StoredChoice& own, const StoredChoice& everything,
                          const StoredChoice& parent, Millis now);

/// The cell of `*`, all optional messages: DefaultOn, OptedOut or Snoozed.
[[nodiscard]] Cell everythingCell(const StoredChoice& everything, Millis now);

/// Two accounts of one person, as decideTogether() decides them: `mine`, or what silences it at `other`.
[[nodiscard]] Cell together(const Cell& mine, const Cell& other);

}  // namespace refrain::console

Q_DECLARE_METATYPE(refrain::console::Cell)
