#pragma once

#include "net/ratebudget.h"
#include "net/retrypolicy.h"
#include "net/transport.h"
#include "slack/api.h"
#include "slack/waiter.h"

#include <functional>

namespace refrain::slack {

/// Slack's Web API over HTTP: each call a POST form with the token in its header, which every method takes and
/// which keeps cursors and e-mail addresses out of addresses and logs.
///
/// Keeps within half of a method's tier for bursts and half for the long run, so that no window of a minute ever
/// sees more than the tier; obeys Retry-After for method and workspace alone; repeats what may be repeated.
class Client final : public Api {
public:
    struct Parts {
        net::Transport& transport;
        Waiter& waiter;
        const Clock& clock;
        Random& random;
        QUrl url;             ///< "https://slack.com"
        bool isPaced = true;  ///< False towards a practice Slack on this computer: only its 429s count.
        /// Told every call's method and outcome (`ok` or Slack's word), for metrics. May be empty.
        std::function<void(const QString& method, const QString& outcome)> observe = {};
    };

    explicit Client(Parts parts);

    [[nodiscard]] Result<QJsonObject> send(const Credential& credential, const Call& call) override;
    [[nodiscard]] Result<QJsonObject> openIdKeys() override;

private:
    struct Attempt;
    [[nodiscard]] Attempt attempt(const Credential& credential, const Call& call, const QString& key);
    [[nodiscard]] Attempt judge(const Call& call, const QString& key, const Result<net::HttpReply>& reply);
    void note(const Call& call, const Result<QJsonObject>& outcome) const;

    Parts m_parts;
    net::RateBudget m_budget;
    net::RetryPolicy m_retry;
};

}  // namespace refrain::slack
