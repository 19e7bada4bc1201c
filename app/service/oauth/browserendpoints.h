#pragma once

#include "base/random.h"
#include "service/background/taskpool.h"
#include "service/oauth/flows.h"
#include "web/reply.h"
#include "web/request.h"

namespace refrain::service {

/// What a browser meets on its way through Slack (contract, OAuth):
///
///     console -> /oauth/authorize -> Slack -> /slack/oauth/callback -> console's loopback address
///     browser -> /slack/install   -> Slack -> /slack/oauth/callback -> a page
///
/// The state that goes to Slack is ours: random, good once and for ten minutes, and bound to a cookie of the
/// browser that set out, so that nobody can be led into somebody else's sign-in.
class BrowserEndpoints {
public:
    static constexpr Millis stateLife = 10 * 60 * 1000;

    BrowserEndpoints(const FlowParts& parts, ConsoleTokens& tokens, TaskPool& tasks, Random& random, QUrl issuer,
                     QStringList missingSettings);

    [[nodiscard]] web::Response authorize(const web::Request& request);
    [[nodiscard]] web::Response install(const web::Request& request);
    /// Exchanges with Slack in the background; no worker waits.
    void callback(const web::Request& request, web::Reply reply);

private:
    [[nodiscard]] web::Response setOut(const AuthorizeRequest& request);
    [[nodiscard]] QByteArray slackAddress(Intent intent, const store::OAuthState& record,
                                          const QByteArray& state) const;
    [[nodiscard]] Result<std::optional<store::OAuthState>> takeState(const web::Request& request);
    [[nodiscard]] FlowResult complete(const store::OAuthState& state, const QString& code);
    [[nodiscard]] web::Response finish(const store::OAuthState& state, const FlowResult& result);
    [[nodiscard]] web::Response backToConsole(const store::OAuthState& state, const FlowResult& result);
    [[nodiscard]] web::Response backToConsole(const QUrl& redirectUri, const QString& state, const OAuthError& error);
    [[nodiscard]] web::Response notConfigured() const;

    FlowParts m_parts;
    InstallFlow m_install;
    SignInFlow m_signIn;
    WebhookFlow m_webhook;
    ConsoleTokens& m_tokens;
    TaskPool& m_tasks;
    Random& m_random;
    QUrl m_issuer;
    QStringList m_missingSettings;
};

}  // namespace refrain::service
