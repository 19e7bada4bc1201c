#pragma once

#include "base/result.h"
#include "domain/decide.h"
#include "domain/whatif.h"

#include <QJsonObject>

#include <vector>

namespace refrain::wire {

/// `{"category", "subjects", "asOf"?, "whatIf"?, "preview"?}` of `POST /decisions`.
struct DecisionsRequest {
    static constexpr qsizetype mostSubjects = 100'000;

    CategorySlug category;
    std::vector<SubjectId> subjects;  ///< In the asker's order, duplicates kept.
    std::optional<Millis> asOf;
    /// `{"preferences": [{"subject"?, "category", "state"?, "snoozedUntil"?}], "required"?, "paused"?,
    /// "defaultState"?}`.
    WhatIf whatIf;
    bool preview = false;  ///< Somebody only looks: it is not journaled.

    friend bool operator==(const DecisionsRequest&, const DecisionsRequest&) = default;
};

[[nodiscard]] QJsonObject toJson(const DecisionsRequest& request);
[[nodiscard]] Result<DecisionsRequest> decisionsRequestFromJson(const QJsonObject& object);

struct DecisionItem {
    SubjectId subject;
    Decision decision;  ///< `decidedBy` is not on the wire.

    friend bool operator==(const DecisionItem&, const DecisionItem&) = default;
};

/// `{"category", "onFailure", "seq", "items"}`.
struct DecisionsReply {
    CategorySlug category;
    OnFailure onFailure = OnFailure::Skip;
    qint64 seq = 0;
    std::vector<DecisionItem> items;

    friend bool operator==(const DecisionsReply&, const DecisionsReply&) = default;
};

/// The body itself: 100,000 items are written without a tree of JSON values in between.
[[nodiscard]] QByteArray toBody(const DecisionsReply& reply);
[[nodiscard]] Result<DecisionsReply> decisionsReplyFromJson(const QJsonObject& object);

}  // namespace refrain::wire
