#pragma once

#include "domain/approval.h"
#include "domain/change.h"
#include "wire/fieldreader.h"

#include <vector>

namespace refrain::wire {

[[nodiscard]] QJsonObject toJson(const Approval& approval);
[[nodiscard]] Result<Approval> approvalFromJson(const QJsonObject& object);

/// `{"on", "above", "expiresAfterHours"}`: the setting `approvals`. What is absent stays as in `current`.
[[nodiscard]] QJsonObject toJson(const ApprovalPolicy& policy);
[[nodiscard]] Result<ApprovalPolicy> approvalPolicyFromJson(const QJsonObject& object, const ApprovalPolicy& current,
                                                            const QString& pointer = {});

/// One change of a request's list, as the list shows it.
struct ApprovalSubject {
    SubjectId subject;
    CategorySlug category;
    std::optional<PreferenceState> state;
    std::optional<std::optional<Millis>> snoozedUntil;
    bool moved = false;  ///< The preference changed since it was looked at, so that it is left as it is.

    friend bool operator==(const ApprovalSubject&, const ApprovalSubject&) = default;
};

/// A request as its page shows it: with what stands now, and who of it comes first.
struct ApprovalView {
    Approval approval;
    ApprovalGround ground;
    std::vector<ApprovalSubject> subjects;  ///< The first of the list.
    bool mayDecide = false;                 ///< The asker of this view.
    QString whyNot;                         ///< A sentence where they may not; empty where nothing is to decide.
    bool isMine = false;                    ///< The asker of this view asked for it.

    friend bool operator==(const ApprovalView&, const ApprovalView&);
};

[[nodiscard]] QJsonObject toJson(const ApprovalView& view);
[[nodiscard]] Result<ApprovalView> approvalViewFromJson(const QJsonObject& object);

/// What a dry run says beforehand: `{"needed", "waiting": id or null}`.
struct ApprovalPreview {
    bool needed = false;
    QString waiting;  ///< The request of the same one that is about the same and waits; empty: none.
};
[[nodiscard]] QJsonObject toJson(const ApprovalPreview& preview);

/// How the rule stands for whoever asks: `{"active", "on", "above", "expiresAfterHours", "admins", "recent",
/// "waiting"}`.
struct ApprovalStanding {
    ApprovalPolicy policy;
    qint64 admins = 0;
    qint64 recent = 0;   ///< How many preferences the asker changed in bulk within the last hour.
    qint64 waiting = 0;  ///< Requests that wait in the workspace.

    [[nodiscard]] bool active() const { return isActive(policy, admins); }
    friend bool operator==(const ApprovalStanding&, const ApprovalStanding&) = default;
};

[[nodiscard]] QJsonObject toJson(const ApprovalStanding& standing);
[[nodiscard]] Result<ApprovalStanding> approvalStandingFromJson(const QJsonObject& object);

/// The body of `PATCH /approvals/{id}`.
struct ApprovalDecision {
    bool approve = false;
    QString reason;
    QString digest;  ///< Of the ground that the decider looked at; empty: the one it was asked on.
};
[[nodiscard]] QJsonObject toJson(const ApprovalDecision& decision);
[[nodiscard]] Result<ApprovalDecision> approvalDecisionFromJson(const QJsonObject& object);

/// The body of `POST /approvals`: many changes that are asked for as one.
struct ApprovalWish {
    static constexpr qsizetype mostChanges = 500'000;

    QString reason;
    QString ticket;
    bool tell = false;
    std::vector<ChangeRequest> changes;  ///< Subject, category, ifMatch and what is wished.
};
[[nodiscard]] QJsonObject toJson(const ApprovalWish& wish);
[[nodiscard]] Result<ApprovalWish> approvalWishFromJson(const QJsonObject& object);

}  // namespace refrain::wire
