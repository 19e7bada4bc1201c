#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "domain/actor.h"

#include <QString>

#include <optional>

namespace refrain {

enum class NotificationState { Queued, Sending, Paused, Done, Cancelled };

[[nodiscard]] QString toString(NotificationState state);
[[nodiscard]] std::optional<NotificationState> notificationStateFromString(const QString& name);
/// Done and Cancelled: nothing will be sent any more.
[[nodiscard]] bool isOver(NotificationState state);

/// What became of one recipient; each ends in exactly one of the last four.
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

/// One message to many, gated for each of them when its turn comes.
struct Notification {
    QString id;
    CategorySlug category;
    QString text;  ///< mrkdwn. Never logged.
    NotificationState state = NotificationState::Queued;
    QString error;  ///< Why it rests though nobody paused it: a sentence. May be empty.
    Source source = Source::Console;
    Actor actor;
    Millis createdAt = 0;
    std::optional<Millis> finishedAt;
};

struct NotificationRecipient {
    qint64 position = 0;  ///< From 1, in the order in which they were named.
    SubjectId subject;
    RecipientOutcome outcome = RecipientOutcome::Queued;
    QString rule;     ///< Of the decision that skipped it.
    QString error;    ///< Slack's or our word for what went wrong.
    QString channel;  ///< Where the message stands, with `ts`; only where it was sent.
    QString ts;
    std::optional<Millis> at;  ///< Of the last step.
};

/// How many recipients stand at each outcome; those underway count as queued.
struct NotificationSummary {
    qint64 queued = 0;
    qint64 sent = 0;
    qint64 skipped = 0;
    qint64 failed = 0;
    qint64 uncertain = 0;
};

}  // namespace refrain
