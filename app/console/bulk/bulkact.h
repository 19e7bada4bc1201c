#pragma once

#include "console/table/cell.h"
#include "console/table/toggle.h"
#include "domain/change.h"

#include <array>
#include <map>
#include <vector>

namespace refrain::wire {
struct BatchItem;
}

namespace refrain::console {

/// What is done to many at once. Nobody is ever opted in by it.
enum class BulkKind {
    OptOut,
    BackToDefault,  ///< Choice and snooze go.
    Snooze,
    TakeBack,  ///< Gives back what an earlier act found, a person's own yes included.
};

struct BulkAct {
    BulkKind kind = BulkKind::OptOut;
    CategorySlug category;  ///< `*` for all optional messages.
    Millis until = 0;       ///< Of Snooze.
    QString reason;         ///< At most 500 characters.
    QString ticket;
    bool tell = false;                      ///< The people are told in Slack.
    BulkKind takesBack = BulkKind::OptOut;  ///< Of TakeBack: what the earlier act did.
};

/// What an act does, or did, to one subject.
enum class BulkFate : quint8 {
    NotAsked,
    Changes,   ///< It would change.
    Same,      ///< It is so already.
    OwnWord,   ///< The person's own no, which nothing turns back in bulk.
    Required,  ///< The category is required for everybody.
    Archived,  ///< The category is archived.
    Unknown,   ///< The backend knows nobody of this id.
    Refused,   ///< For another reason.
    Moved,     ///< Somebody else changed it in between: left as it is.
    Changed,   ///< In force.
};
inline constexpr size_t bulkFateCount = size_t(BulkFate::Changed) + 1;

struct BulkItem {
    SubjectId subject;
    /// What it found, with the version that the act goes against; of a TakeBack what is given back.
    StoredChoice choice;
    qint64 written = 0;  ///< The version that the act gave it.
    BulkFate fate = BulkFate::NotAsked;
};

/// How many there are of each sort.
struct BulkTally {
    /// What somebody has now.
    enum class From { Default, OptedIn, OptedOut, Snoozed };

    std::array<qint64, bulkFateCount> fates{};
    std::map<From, qint64> from;  ///< Of those who change, or changed.

    [[nodiscard]] static BulkTally of(const std::vector<BulkItem>& items, Millis now);
    [[nodiscard]] qint64 operator[](BulkFate fate) const { return fates[size_t(fate)]; }
    /// Refused for whatever reason.
    [[nodiscard]] qint64 leftOut() const;
};

[[nodiscard]] BulkTally::From fromOf(const StoredChoice& choice, Millis now);

/// What is asked for one of them.
[[nodiscard]] Wish wishOf(const BulkAct& act, const BulkItem& item, Millis now);

/// What the backend's answer to a wish means for its subject. `isDry`: nothing was written.
[[nodiscard]] BulkFate fateOf(const BulkAct& act, const wire::BatchItem& answer, bool isDry, Millis now);

/// The act that takes back what `act` changed, and whom it concerns: each only where the version is still the one that
/// the act wrote.
[[nodiscard]] BulkAct takingBack(const BulkAct& act, const QString& reason);
[[nodiscard]] std::vector<BulkItem> takenBack(const std::vector<BulkItem>& items);

}  // namespace refrain::console
