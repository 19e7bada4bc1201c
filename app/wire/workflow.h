#pragma once

#include "base/id.h"
#include "base/result.h"
#include "domain/recipientquery.h"
#include "domain/schedule.h"
#include "wire/fieldreader.h"

#include <QJsonObject>

#include <vector>

namespace refrain::wire {

/// A named trigger: what is said, about which category, to whom, and when by itself.
struct Workflow {
    static constexpr qsizetype mostListed = 1'000;  ///< Named recipients of one selector.

    QString title;
    QString description;
    CategorySlug category;
    QString templateSlug;
    QJsonObject data;           ///< For the template; a trigger's own data lies over it.
    RecipientQuery recipients;  ///< Without `include`: the trigger names them.
    std::optional<Schedule> schedule;
    bool paused = false;  ///< Not by itself; a trigger still works.
    bool archived = false;
    QString activeSince;  ///< RFC 3339: before it nothing was due. Ours, not the caller's.
};

[[nodiscard]] QJsonObject toJson(const Workflow& workflow);
/// All but activeSince.
[[nodiscard]] Result<Workflow> workflowFromJson(const QJsonObject& object);

/// `{"include": [selector], "exclude": [selector]}`.
[[nodiscard]] QJsonObject toJson(const RecipientQuery& query);
/// Reads the query below `key`; faults stay with the reader.
[[nodiscard]] RecipientQuery readRecipientQuery(FieldReader& in, const char* key);

/// What a trigger brings.
struct TriggerRequest {
    QJsonObject data;
    std::vector<SubjectId> recipients;  ///< Empty: whom the workflow asks for.
};

[[nodiscard]] Result<TriggerRequest> triggerRequestFromJson(const QJsonObject& object);

}  // namespace refrain::wire
