#pragma once

#include "base/id.h"
#include "console/table/toggle.h"
#include "domain/actor.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace refrain::console {

/// One change made in this console. Unique within the computer's outbox and kept over restarts; doubles as the
/// Idempotency-Key. Empty: none.
using LocalChangeId = Id<struct LocalChangeTag>;

/// How far a change has come. Saved is not in force: only Confirmed is.
enum class ChangeStage {
    Shown,      ///< On screen; not on disk yet.
    Waiting,    ///< In the outbox on disk; goes out by itself, over restarts and days without network.
    Confirmed,  ///< The backend's answer was read back. Leaves the outbox.
    Refused,    ///< The backend said no; the mark turned back. Stays until looked at (Desk::acknowledge).
    Failed,     ///< Could not be saved or sent; `kept` says whether it still lies in the outbox, for retry or discard.
};

/// What a person asks for in the console.
struct ChangeOrder {
    SubjectId subject;
    CategorySlug category;  ///< `*` for all optional messages.
    Wish wish;
    RequestedBy requestedBy = RequestedBy::Staff;
    QString reason;  ///< Required from role support: 1 to 500 characters.
    QString ticket;
};

/// A change and where it stands. A value, sent with every step (Desk::changeUpdated).
struct LocalChange {
    LocalChangeId id;
    ChangeOrder order;
    QString subjectName;  ///< As shown when it was made, for lists.
    QString categoryTitle;
    StoredChoice before;  ///< As seen when it was made; its version goes out as If-Match.
    StoredChoice after;   ///< As shown.
    Millis madeAt = 0;
    ChangeStage stage = ChangeStage::Shown;
    QString sentence;                   ///< What to say now: "Saved here, not yet in force.", or why it was refused.
    std::optional<Preference> current;  ///< Refused: what is in force instead.
    QString historyLine;                ///< Refused: "Bea turned them off with /optout on 3 May 2026, 10:12 Berlin."
    bool kept = false;                  ///< Lies in the outbox on disk.
    int attempts = 0;
    bool withdrawn = false;  ///< Failed by the person's own wish: discarded, or undone before it was sent.
    LocalChangeId undoes;    ///< The change that this one takes back; empty: none.

    [[nodiscard]] bool isOpen() const { return stage == ChangeStage::Shown || stage == ChangeStage::Waiting; }
};

}  // namespace refrain::console

Q_DECLARE_METATYPE(refrain::console::LocalChange)
