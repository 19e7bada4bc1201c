#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/random.h"
#include "base/result.h"
#include "domain/actor.h"
#include "domain/preference.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace refrain {

/// One entry of a workspace's audit log: an accepted change, a refusal or an administrative act.
struct AuditEntry {
    WorkspaceId workspace;
    qint64 index = 0;           ///< Position in the log, from 0.
    std::optional<qint64> seq;  ///< Of the accepted change; none for refusals and administrative acts.
    Millis at = 0;
    QString type;     ///< What was touched: `preference`, `category`, `member`, …; a word of ours.
    QString outcome;  ///< `accepted`, or the problem code of the refusal.
    Source source = Source::Console;
    Actor actor;
    SubjectId subject;      ///< Empty: none.
    CategorySlug category;  ///< Empty: none.
    std::optional<RequestedBy> requestedBy;
    QString reason;
    QString ticket;
    std::optional<Millis> receivedAt;
    QJsonObject before;  ///< As on the wire; empty: none.
    QJsonObject after;
    QJsonObject context;  ///< What the surface knows besides: which message, how soon; empty: nothing.

    friend bool operator==(const AuditEntry&, const AuditEntry&) = default;
};

/// The entry as an object, all fields open: the `entry` of the contract's shape. Absent ones are null.
[[nodiscard]] QJsonObject toJson(const AuditEntry& entry);
/// Reads what toJson() wrote; nulls where a field was erased read as absent.
[[nodiscard]] Result<AuditEntry> auditEntryFromJson(const QJsonObject& object);

/// What stands behind one commitment of a leaf. Kept beside the log; erasure deletes it.
struct Opening {
    QString pointer;  ///< JSON pointer (RFC 6901) of the field in the leaf.
    QString value;
    QByteArray salt;  ///< 32 random bytes, for this field of this entry alone.

    friend bool operator==(const Opening&, const Opening&) = default;
};

struct SealedEntry {
    QByteArray leaf;  ///< The exact bytes that the tree hashes.
    std::vector<Opening> openings;
};

/// The leaf: canonical JSON in which each personal text (subject, the actor's id and name, reason,
/// ticket, and all texts of before and after but words of ours) is `{"hmac": base64 of
/// HMAC-SHA256(salt, value)}`. Without value and salt nothing about it can be guessed and checked, and
/// with them anybody can check it.
[[nodiscard]] SealedEntry seal(const AuditEntry& entry, Random& random);

/// What is logged: an entry, or for the change of a preference one without `before` and `after`. The leaf says of these
/// what wire::toJson() does; without an object for each in between they are written down in a quarter of the time.
struct AuditDraft {
    AuditEntry entry;
    const Preference* before = nullptr;  ///< Borrowed, likewise `after`; nullptr: as the entry has it.
    const Preference* after = nullptr;
};
[[nodiscard]] SealedEntry seal(const AuditDraft& draft, Random& random);

/// True where the leaf holds at `pointer` the commitment to exactly this value and salt.
[[nodiscard]] bool verifyOpening(const QByteArray& leaf, const Opening& opening);

struct OpenedEntry {
    AuditEntry entry;
    QStringList erased;  ///< Pointers of the fields whose openings were not given.
};

/// The entry behind a leaf. Corrupt where the leaf is not canonical or an opening does not fit.
[[nodiscard]] Result<OpenedEntry> openLeaf(const QByteArray& leaf, const std::vector<Opening>& openings);

}  // namespace refrain
