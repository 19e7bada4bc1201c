#pragma once

#include "service/approvals/approvalgate.h"

#include <QSet>

namespace refrain::service {

/// What changes come to, in numbers and words, and which of them would change something.
struct WeighedChanges {
    std::vector<store::ApprovalItem> items;  ///< One for each preference: the last word counts.
    QSet<SubjectId> people;
    QSet<SubjectId> overridden;  ///< Of them: whose own no it would override.
    QJsonObject act;
    CategorySlug category;  ///< Empty where there are several.
};

/// Pure; any thread.
[[nodiscard]] WeighedChanges weigh(const ApprovalGate::Changes& changes, Millis now);

}  // namespace refrain::service
