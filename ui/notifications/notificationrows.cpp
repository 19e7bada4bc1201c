#include "ui/notifications/notificationrows.h"

#include "ui/common/timetext.h"
#include "ui/notifications/notificationwords.h"

namespace refrain::ui {

TextRow listRow(const console::SentNotification& sent, const QString& category, Millis now, const QTimeZone& zone)
{
    const Notification& notification = sent.notification;
    const QString text = notification.text.simplified();
    return {notification.id,
            {{text.isEmpty() ? notification.id : text, Tone::Text, true, false, notification.text},
             {category},
             {notification.actor.name},
             {relativeTime(notification.createdAt, now, zone), Tone::Muted, false, true,
              exactTime(notification.createdAt, zone)},
             {progressWords(sent), progressTone(sent), false, false, notification.error}}};
}

std::vector<RecipientRows::Row> fateRows(const console::NotificationDetail& detail, const RecipientRows::NameOf& nameOf)
{
    std::vector<RecipientRows::Row> rows;
    rows.reserve(detail.recipients.size());
    for (const console::RecipientFate& fate : detail.recipients) {
        const QString sameAs = fate.sameAs.isEmpty() ? QString() : nameOf(fate.sameAs);
        rows.push_back({fate.subject, fateWords(fate, sameAs), fateTone(fate.outcome)});
    }
    return rows;
}

}  // namespace refrain::ui
