#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "net/retrypolicy.h"
#include "net/transport.h"
#include "slack/waiter.h"

#include <QJsonObject>

namespace refrain::slack {

/// Answers that come later than Slack waits: posted to the `response_url` of the command or interaction, up to five
/// within 30 minutes (docs.slack.dev/interactivity/handling-user-interaction). Blocks: background threads only.
class ResponseUrls {
public:
    struct Parts {
        net::Transport& transport;
        Waiter& waiter;
        const Clock& clock;
        Random& random;
        QUrl slackUrl;  ///< Besides Slack's own hooks, the one host that is posted to.
    };

    explicit ResponseUrls(Parts parts);

    /// `message`: text, blocks, response_type, replace_original, delete_original. Repeated only where it is certain
    /// that nothing was posted. Invalid: the address is none of Slack's, and nothing was sent.
    [[nodiscard]] Result<> post(const Secret& responseUrl, const QJsonObject& message);

    /// True for https to hooks.slack.com, and for the address where `slackUrl` itself is served.
    [[nodiscard]] static bool isSlacks(const QUrl& address, const QUrl& slackUrl);

private:
    Parts m_parts;
    net::RetryPolicy m_retry;
};

}  // namespace refrain::slack
