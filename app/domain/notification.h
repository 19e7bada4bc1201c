#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "domain/actor.h"

#include <QJsonArray>
#include <QString>

#include <optional>

namespace refrain {

enum class NotificationState { Queued, Sending, Paused, Done, Cancelled };

[[nodiscard]] QString toString(NotificationState state);
[[nodiscard]] std::optional<NotificationState> notificationStateFromString(const QString& name);
/// Done and Cancelled: nothing will be sent any more.
[[nodiscard]] bool isOver(NotificationState state);

/// What became of one recipient; each ends in exactly one of the last four. Skipped is what the decision said, with its
/// rule; whatever else kept a message from going out is Failed, with its error.
enum class RecipientOutcome {
    Queued,
    Underway,  ///< Written down before the message goes out; what stays so after a crash is Uncertain.
    Sent,
    Skipped,
    Failed,
    Uncertain,  ///< It may have been sent or not, and is never sent again.
};

[[nodiscard]] QString toString(RecipientOutcome outcome);
[[nodiscard]] std::optional<RecipientOutcome> recipientOutcomeFromString(const QString& name);

/// The error of whoever still waited when the notification was cancelled.
inline constexpr QLatin1String cancelledError("cancelled");

/// One message to many, gated for each of them when its turn comes.
struct Notification {
    QString id;
    CategorySlug category;
    QString text;          ///< mrkdwn. Never logged.
    QJsonArray blocks;     ///< Block Kit; empty: the text alone.
    QString templateSlug;  ///< That it was made from; empty: none.
    QString workflow;      ///< That sent it; empty: none.
    NotificationState state = NotificationState::Queued;
    QString error;  ///< Why it rests though nobody paused it: a sentence. May be empty.
    Source source = Source::Console;
    Actor actor;
    qint64 recipients = 0;  ///< How many were named.
    Millis createdAt = 0;
    std::optional<Millis> finishedAt;
};

struct NotificationRecipient {
    qint64 position = 0;  ///< From 1, in the order in which they were named.
    SubjectId subject;
    RecipientOutcome outcome = RecipientOutcome::Queued;
    QString rule;     ///< Of the decision that skipped it.
    QString error;    ///< Slack's or our word for what went wrong; of one who waits: at the last try.
    QString channel;  ///< Where the message stands, with `ts`; only where it was sent.
    QString ts;
    QString address;           ///< Digest of where it goes; the same for all who are reached there.
    SubjectId sameAs;          ///< Whose message reached it, where two recipients share an address.
    std::optional<Millis> at;  ///< Of the last step.
};

/// How many recipients stand at each outcome; those underway count as queued.
struct NotificationSummary {
    qint64 queued = 0;
    qint64 sent = 0;
    qint64 skipped = 0;
    qint64 failed = 0;
    qint64 uncertain = 0;
    qint64 underway = 0;  ///< Of the queued: on their way to Slack.
    qint64 retrying = 0;  ///< Of the queued: tried in vain, and tried again.
    QString trouble;      ///< What the last of those met.
};

}  // namespace refrain
