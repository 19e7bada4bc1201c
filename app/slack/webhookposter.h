#pragma once

#include "base/clock.h"
#include "base/secret.h"
#include "net/transport.h"
#include "slack/waiter.h"

#include <QJsonArray>

namespace refrain::slack {

/// Posts to an incoming webhook, whose address is a credential: never logged, never redirected.
/// A lost answer is never asked for again: Slack would post twice.
class WebhookPoster {
public:
    WebhookPoster(net::Transport& transport, Waiter& waiter, const Clock& clock)
        : m_transport(transport), m_waiter(waiter), m_clock(clock)
    {
    }

    /// Done when Slack answers `ok`. Failures as in failure.h, by Slack's plain word; obeys Retry-After for up to a
    /// minute. Blocks: background threads only.
    [[nodiscard]] Result<> post(const Secret& url, const QString& text, const QJsonArray& blocks);

private:
    net::Transport& m_transport;
    Waiter& m_waiter;
    const Clock& m_clock;
};

/// True where `url` is a webhook of Slack's: https, exactly hooks.slack.com, or where `slackUrl` itself is elsewhere
/// (a practice Slack) its own scheme, host and port; a path below /services/, and nothing beside it.
[[nodiscard]] bool isWebhookUrl(const QString& url, const QUrl& slackUrl);

}  // namespace refrain::slack
