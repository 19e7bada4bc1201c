#pragma once

#include "base/result.h"
#include "domain/change.h"
#include "wire/preference.h"

#include <QJsonObject>

#include <vector>

namespace refrain::wire {

/// `{"mode", "dryRun", "changes"}` of `POST /preferences:batch`.
struct BatchRequest {
    enum class Mode { All, Each };  ///< All or nothing, or each for itself.
    static constexpr qsizetype mostChanges = 10'000;

    Mode mode = Mode::All;
    bool dryRun = false;
    bool tell = false;                   ///< The people are told of it in Slack; a batch tells nobody by itself.
    bool brief = false;                  ///< The answer has `version` and `before` in place of each preference.
    std::vector<ChangeRequest> changes;  ///< Subject, category, ifMatch and the fields of a PUT.
};

[[nodiscard]] QJsonObject toJson(const BatchRequest& request);
[[nodiscard]] Result<BatchRequest> batchRequestFromJson(const QJsonObject& object);

struct BatchItem {
    SubjectId subject;
    CategorySlug category;
    Judgement::Outcome outcome = Judgement::Outcome::Unchanged;
    QString code;  ///< Problem code of a refusal; empty otherwise.
    std::optional<PreferenceView> preference;
    /// In a brief answer: what the item found, of which state, snooze, version and own words alone are filled in.
    std::optional<Preference> before = {};
    qint64 version = 0;  ///< In a brief answer: of what is in force after it.

    friend bool operator==(const BatchItem&, const BatchItem&) = default;
};

/// `{"items", "summary": {"changed", "unchanged", "refused"}}`; the summary is counted from the items.
/// `approval`: what a dry run says of it; empty: nothing.
[[nodiscard]] QByteArray batchReplyToBody(const std::vector<BatchItem>& items, const QJsonObject& approval = {});
[[nodiscard]] Result<std::vector<BatchItem>> batchReplyFromJson(const QJsonObject& object);

}  // namespace refrain::wire
