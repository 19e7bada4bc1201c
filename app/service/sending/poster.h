#pragma once

#include "domain/address.h"
#include "service/installations/tokenkeeper.h"
#include "slack/webhookposter.h"

#include <QJsonArray>

namespace refrain::service {

/// What became of one try to post.
struct PostOutcome {
    enum class Kind {
        Sent,
        Failed,     ///< Slack refused, and will go on to.
        Dead,       ///< Slack refused because nobody is there: the address is dead.
        NotSent,    ///< It certainly did not go out; another try may work.
        SlackAway,  ///< The same, because Slack cannot be had at all: nothing against this recipient.
        TokenDead,  ///< It did not go out, because the workspace must be connected again.
        Uncertain,  ///< It may have gone out or not, so it must not be tried again.
    };
    Kind kind = Kind::Uncertain;
    QString channel;
    QString ts;
    QString error;  ///< Slack's word, or ours.
};

/// What to post, and where.
struct Post {
    WorkspaceId workspace;
    Address address;  ///< Without an access token the workspace's own is used. An e-mail address has been resolved.
    QString text;
    QJsonArray blocks;
};

/// Posts one message, once. Blocks on Slack: background threads only, any number.
class Poster {
public:
    Poster(TokenKeeper& tokens, slack::Api& api, slack::WebhookPoster& webhooks)
        : m_tokens(tokens), m_api(api), m_webhooks(webhooks)
    {
    }

    /// Joins a public channel where that is what is missing.
    [[nodiscard]] PostOutcome post(const Post& post);

private:
    [[nodiscard]] PostOutcome withToken(const Post& post, const slack::Credential& credential);
    [[nodiscard]] bool isReallyDead(const slack::Credential& credential);

    TokenKeeper& m_tokens;
    slack::Api& m_api;
    slack::WebhookPoster& m_webhooks;
};

}  // namespace refrain::service
