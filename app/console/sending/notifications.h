#pragma once

#include "base/result.h"
#include "domain/decide.h"
#include "domain/notification.h"

#include <QFuture>
#include <QJsonObject>

#include <vector>

namespace refrain::console {

class BackendCalls;

/// A notification as the backend holds it.
struct SentNotification {
    Notification notification;  ///< The text is empty where the backend does not tell it.
    NotificationSummary summary;

    [[nodiscard]] qint64 total() const
    {
        return summary.queued + summary.sent + summary.skipped + summary.failed + summary.uncertain;
    }
    [[nodiscard]] qint64 settled() const { return total() - summary.queued; }
};

struct NotificationPage {
    std::vector<SentNotification> items;  ///< Newest first.
    QString next;                         ///< For the next page; empty: this is the last.
};

/// What became of one recipient.
struct RecipientFate {
    SubjectId subject;
    RecipientOutcome outcome = RecipientOutcome::Queued;
    QString rule;      ///< Of the decision that skipped it.
    QString error;     ///< Slack's word, or Refrain's.
    SubjectId sameAs;  ///< Whose message reached it, where two are reached at one address.
};

struct NotificationDetail {
    SentNotification sent;
    std::vector<RecipientFate> recipients;
    QString next;
};

/// A message to many as it is to be sent. Sent again with the same key it is the same message, not another.
struct NotificationDraft {
    CategorySlug category;
    QString text;
    QString templateSlug;  ///< Empty: the text goes out, else what template and data yield.
    QJsonObject data;
    std::vector<SubjectId> recipients;
    QByteArray key;
};

/// A message with gaps, as somebody stored it.
struct MessageTemplate {
    QString slug;
    QString title;
    QJsonObject sample;  ///< Data with which it is tried.
    bool archived = false;
};

/// Whether each may get a message of one category now, in the order asked.
struct Preview {
    struct Answer {
        SubjectId subject;
        bool deliver = false;
        Rule rule = Rule::Unreachable;
    };
    std::vector<Answer> answers;
};

/// Messages to many through Refrain. UI thread.
class Notifications {
public:
    enum class Act { Pause, Resume, Cancel };

    /// REQUIRES: the calls outlive this.
    explicit Notifications(BackendCalls& calls) : m_calls(calls) {}

    [[nodiscard]] QFuture<Result<NotificationPage>> list(const QString& after = {});
    /// `limit` recipients after `after`, 1 to 1,000.
    [[nodiscard]] QFuture<Result<NotificationDetail>> read(const QString& id, const QString& after, int limit);
    /// The id. Conflict where it goes to many and was not sent to oneself first.
    [[nodiscard]] QFuture<Result<QString>> send(const NotificationDraft& draft);
    [[nodiscard]] QFuture<Result<>> act(const QString& id, Act act);
    /// Archived ones too.
    [[nodiscard]] QFuture<Result<std::vector<MessageTemplate>>> templates();
    /// The text that a template yields; nothing is sent.
    [[nodiscard]] QFuture<Result<QString>> render(const QString& templateSlug, const QJsonObject& data);
    /// Nothing is sent.
    [[nodiscard]] QFuture<Result<Preview>> preview(const CategorySlug& category, std::vector<SubjectId> recipients);

private:
    BackendCalls& m_calls;
};

}  // namespace refrain::console
