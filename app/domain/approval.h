#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "domain/actor.h"

#include <QJsonObject>

#include <optional>

namespace refrain {

/// What a second admin is asked about.
enum class ApprovalKind {
    ManyChanges,   ///< Preferences of many at once.
    TurnBack,      ///< A person's own no, turned back where `resubscribe` is `anyone`.
    CategoryEdit,  ///< An edit by which messages reach people who turned them off themselves.
    Send,          ///< A message to many.
    Policy,        ///< A weaker rule about what needs approval.
    Import,        ///< A file that changes many, or turning one back.
};

[[nodiscard]] QString toString(ApprovalKind kind);
[[nodiscard]] std::optional<ApprovalKind> approvalKindFromString(const QString& name);

enum class ApprovalState {
    Waiting,
    Applying,   ///< Approved; its changes are being made.
    Applied,    ///< Approved, and in force.
    Refused,    ///< By a second admin.
    Withdrawn,  ///< By whoever asked.
    Expired,    ///< Nobody decided in time.
    Outdated,   ///< What it was about is no longer as it was, so nothing of it can be done any more.
};

[[nodiscard]] QString toString(ApprovalState state);
[[nodiscard]] std::optional<ApprovalState> approvalStateFromString(const QString& name);
/// Nothing will become of it any more, or all has.
[[nodiscard]] bool isOver(ApprovalState state);

/// A workspace's rule about what needs a second admin.
struct ApprovalPolicy {
    static constexpr qint64 smallestAbove = 25;
    static constexpr qint64 largestAbove = 1'000'000;
    static constexpr qint64 longestWait = 30 * 24;  ///< Hours.

    bool on = true;
    qint64 above = 1'000;           ///< Acts on more people than this need approval.
    qint64 expiresAfterHours = 72;  ///< For so long a request waits.

    friend bool operator==(const ApprovalPolicy&, const ApprovalPolicy&) = default;
};

/// Whether the rule binds: with a single admin there is nobody to ask, and nobody is locked out.
[[nodiscard]] bool isActive(const ApprovalPolicy& policy, qint64 admins);

/// Whether `after` lets one person do alone what `before` did not.
[[nodiscard]] bool isWeaker(const ApprovalPolicy& before, const ApprovalPolicy& after);

/// What somebody is about to do, as far as the rule asks.
struct PlannedAct {
    enum class Sort { Changes, CategoryEdit, Send, Policy };

    Sort sort = Sort::Changes;
    qint64 people = 0;  ///< Whose preferences would change, or to whom a message would go.
    qint64 recent =
        0;  ///< Whose preferences the same one changed in bulk within the last hour: many small acts are a large one.
    qint64 overridden = 0;  ///< Of them: whose own no it would override.
    bool weakens = false;   ///< Of Policy.
};

/// What has to be asked before it is done; nothing: it may be done at once. Pure; any thread.
[[nodiscard]] std::optional<ApprovalKind> approvalNeeded(const ApprovalPolicy& policy, qint64 admins,
                                                         const PlannedAct& act);

/// An act that was asked for and waits for a second admin, or did.
struct Approval {
    QString id;
    ApprovalKind kind = ApprovalKind::ManyChanges;
    ApprovalState state = ApprovalState::Waiting;
    Source source = Source::Console;
    Actor requester;
    QString keeper;  ///< Who stands behind a requester that is no person, by Slack id: may not decide either.
    QString reason;
    Millis requestedAt = 0;
    Millis expiresAt = 0;
    std::optional<Actor> decider;
    std::optional<Millis> decidedAt;
    QString decision;  ///< What the decider wrote, or why it is outdated. May be empty.
    CategorySlug category;
    qint64 size = 0;        ///< How many people.
    qint64 overridden = 0;  ///< Of them: whose own no it overrides.
    QString digest;         ///< Of the ground that it was asked on.
    QJsonObject act;        ///< What exactly, by kind.
    QString notification;   ///< Of Send: the message that waits.
    qint64 done = 0;        ///< Of ManyChanges and TurnBack: how many of its changes were gone through.
    qint64 changed = 0;     ///< Of those: how many are in force; the others had moved meanwhile.

    friend bool operator==(const Approval&, const Approval&) = default;
};

/// What stands now in place of what the request was asked on.
struct ApprovalGround {
    QString digest;       ///< The same as the request's where nothing moved.
    qint64 moved = 0;     ///< Whose preference changed since, so that theirs is left as it is.
    bool isGone = false;  ///< Nothing of it could be done any more.
    QString sentence;     ///< What moved, for a person; empty: nothing.
};

/// The smallest bulk: more opt-ins in one act than this are refused, whoever approves.
inline constexpr qint64 mostOptInsAtOnce = 25;

}  // namespace refrain
