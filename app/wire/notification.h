#pragma once

#include "base/result.h"
#include "domain/notification.h"

#include <QJsonObject>

#include <vector>

namespace refrain::wire {

/// The contract's `notify`, asked for.
struct NotifyRequest {
    static constexpr int mostRecipients = 100'000;
    /// What one section of Slack's Block Kit holds.
    static constexpr qsizetype longestText = 3000;

    CategorySlug category;
    QString text;                       ///< Empty where a template is named.
    QString templateSlug;               ///< Empty where a text is given.
    QJsonObject data;                   ///< For the template.
    std::vector<SubjectId> recipients;  ///< Each once, in the order in which they were named.
};

[[nodiscard]] Result<NotifyRequest> notifyRequestFromJson(const QJsonObject& object);

/// `{"id", "state", "summary", …}`, without its recipients.
[[nodiscard]] QJsonObject toJson(const Notification& notification, const NotificationSummary& summary);
[[nodiscard]] QJsonObject toJson(const NotificationRecipient& recipient);

}  // namespace refrain::wire
