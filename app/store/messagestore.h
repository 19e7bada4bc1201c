#pragma once

#include "domain/notification.h"
#include "store/database.h"

namespace refrain::store {

/// A message that Refrain posted, as it stands in Slack.
struct PostedMessage {
    QString notification;
    CategorySlug category;
    SubjectId subject;
    QString channel;  ///< Where it stands; a direct message's own.
    QString ts;
    Millis at = 0;
    Source source = Source::Console;
    Actor actor;
};

/// What became of one message to one subject.
struct MessageFate {
    QString notification;
    CategorySlug category;
    RecipientOutcome outcome = RecipientOutcome::Sent;
    QString rule;      ///< Of the decision that skipped it.
    QString error;     ///< Slack's word, or Refrain's.
    SubjectId sameAs;  ///< Whose message reached it.
    QString text;      ///< As it was sent to all.
    Millis at = 0;
    Source source = Source::Console;
    Actor actor;
};

/// Finds messages that notifications posted by where and when they stand. Erased people's are not found.
class MessageStore {
public:
    explicit MessageStore(Database& database) : m_database(database) {}

    /// The one that Slack calls by these two; more than one where several were reached at one address.
    [[nodiscard]] Result<std::vector<PostedMessage>> at(const WorkspaceId& workspace, const QString& channel,
                                                        const QString& ts);
    /// Those to one subject, from one moment up to before another, oldest first.
    [[nodiscard]] Result<std::vector<PostedMessage>> between(const WorkspaceId& workspace, const SubjectId& subject,
                                                             Millis from, Millis to, int limit);
    /// All to one subject that are settled, sent or not, newest first, up to `until`.
    [[nodiscard]] Result<std::vector<MessageFate>> fates(const WorkspaceId& workspace, const SubjectId& subject,
                                                         Millis until, int limit);
    /// To whom messages in this channel went; none where none did.
    [[nodiscard]] Result<std::optional<SubjectId>> subjectOf(const WorkspaceId& workspace, const QString& channel);

private:
    Database& m_database;
};

}  // namespace refrain::store
