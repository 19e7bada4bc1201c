#pragma once

#include "console/sending/notifications.h"
#include "ui/common/textrows.h"
#include "ui/notifications/recipientrows.h"

class QTimeZone;

namespace refrain::ui {

/// A notification as a row of the list: message, category, by, when, state. `category`: its title.
[[nodiscard]] TextRow listRow(const console::SentNotification& sent, const QString& category, Millis now,
                              const QTimeZone& zone);
/// What became of the recipients that were read, as rows.
[[nodiscard]] std::vector<RecipientRows::Row> fateRows(const console::NotificationDetail& detail,
                                                       const RecipientRows::NameOf& nameOf);

}  // namespace refrain::ui
