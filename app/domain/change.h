#pragma once

#include "base/result.h"
#include "domain/category.h"
#include "domain/preference.h"

#include <QJsonObject>

#include <optional>

namespace refrain {

/// A wish to change one preference, from any surface.
struct ChangeRequest {
    SubjectId subject;
    CategorySlug category;
    std::optional<PreferenceState> state;               ///< Absent: kept.
    std::optional<std::optional<Millis>> snoozedUntil;  ///< Absent: kept; inner nullopt: cleared.
    Source source = Source::Console;
    Actor actor;
    std::optional<RequestedBy> requestedBy;
    QString reason;
    QString ticket;
    std::optional<Millis> receivedAt;  ///< When the person asked, where that was earlier than now.
    std::optional<Millis> clickedAt;   ///< When it was pressed for, by the clock of wherever that was. Counted alone.
    std::optional<qint64> ifMatch;     ///< Version the asker saw; absent: policy alone decides.
    /// Takes back what an import alone said, and `ifMatch` says that nobody spoke since: no own word stands against it.
    bool undoesImport = false;
    QJsonObject context;  ///< What the surface knows besides, for the audit log alone.
};

/// Why a change was refused, by the contract's problem codes.
enum class Refusal {
    PreconditionFailed,  ///< 412: made against an older version. Checked before policy.
    Conflict,            ///< 409: the person's own choice, or `resubscribe`.
    CategoryRequired,    ///< 409
    CategoryArchived,    ///< 409
    Unprocessable,       ///< 422: `*` opted in, a snooze in the past, nothing asked.
};

[[nodiscard]] QString toString(Refusal refusal);

struct Judgement {
    enum class Outcome { Changed, Unchanged, Refused };
    Outcome outcome = Outcome::Unchanged;
    std::optional<Refusal> refusal;
    QString sentence;  ///< For a refusal: what happened and what to do, for a person.
    QString pointer;   ///< For Unprocessable: the JSON pointer of the field at fault.
    Preference after;  ///< For Changed: the new preference, without version (the store numbers it).
    /// For Changed: it turns back a person's own no, and only `resubscribe` `anyone` lets it.
    bool overridesOwnWord = false;
};

/// How long an own word can be taken back whatever the policy: by its maker, be it staff that noted it or a link's way
/// back, and by the person on a surface of their own in Slack.
inline constexpr Millis correctionTime = 15 * 60 * 1000;

/// Whether nobody can turn the opt-out back any more, not even the person. False where there is none.
[[nodiscard]] bool isFinal(const Category& category, const Preference& preference, Millis now);

/// Decides whether a change is accepted and what it leads to; writes nothing. Pure; any thread.
/// `category` is the category's own record; for `*` the record that holds its policy.
///
/// Asked in this order: If-Match; what cannot be processed; what changes nothing; archived, required;
/// who may turn an opt-out back. Staff that repeats a person's opt-out changes nothing; a
/// person who repeats what staff did makes it the person's own word, and that is a change.
[[nodiscard]] Judgement judge(const Category& category, const Preference& current, const ChangeRequest& request,
                              Millis now);

}  // namespace refrain
