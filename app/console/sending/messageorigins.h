#pragma once

#include "base/result.h"
#include "domain/actor.h"
#include "domain/decide.h"

#include <QFuture>

#include <optional>
#include <vector>

namespace refrain::console {

class BackendCalls;

/// A message of Slack's, by its link: the channel and Slack's time of it.
struct MessagePlace {
    QString channel;
    QString ts;
    Millis at = 0;

    /// As in https://acme.slack.com/archives/C0123/p1700000000123456; none where that is no such link.
    [[nodiscard]] static std::optional<MessagePlace> fromLink(const QString& link);

    friend bool operator==(const MessagePlace&, const MessagePlace&) = default;
};

/// A message that Refrain sent.
struct PostedMessage {
    QString notification;
    CategorySlug category;
    SubjectId subject;
    Millis at = 0;
    Actor actor;
};

struct PostedMessages {
    std::vector<PostedMessage> items;
    SubjectId subject;  ///< Whose place it is; empty where Refrain does not know it.
};

/// A question of another program, before it sent or did not.
struct AskedBefore {
    Millis at = 0;
    Actor caller;
    CategorySlug category;
    bool deliver = false;
    Rule rule = Rule::Unreachable;
};

/// Where a message came from, as far as Refrain has anything to do with it. UI thread.
class MessageOrigins {
public:
    /// REQUIRES: the calls outlive this.
    explicit MessageOrigins(BackendCalls& calls) : m_calls(calls) {}

    [[nodiscard]] QFuture<Result<PostedMessages>> posted(const MessagePlace& place);
    [[nodiscard]] QFuture<Result<PostedMessages>> posted(const SubjectId& subject, Millis from, Millis to);
    /// What programs asked about somebody, newest first; people who looked in a console aside.
    [[nodiscard]] QFuture<Result<std::vector<AskedBefore>>> asked(const SubjectId& subject, Millis from, Millis to);
    /// By which rule a message was decided at that moment.
    [[nodiscard]] QFuture<Result<Rule>> ruleAt(const CategorySlug& category, const SubjectId& subject, Millis at);

private:
    BackendCalls& m_calls;
};

}  // namespace refrain::console
