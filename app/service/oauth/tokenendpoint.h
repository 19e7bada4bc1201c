#pragma once

#include "service/background/taskpool.h"
#include "service/installations/tokenkeeper.h"
#include "service/oauth/authorizerequest.h"
#include "service/oauth/consoletokens.h"
#include "web/reply.h"
#include "web/request.h"

namespace refrain::service {

/// What a console asks without a browser: tokens for a code or a refresh token, the end of a session, and where
/// everything is (RFC 6749, 7009, 8414).
class TokenEndpoint {
public:
    /// `launchSecret`: empty unless embedded.
    TokenEndpoint(ConsoleTokens& tokens, TokenKeeper& slackTokens, TaskPool& tasks, QUrl issuer, Secret launchSecret);

    /// A refresh asks Slack about the person, so it is answered in the background.
    void token(const web::Request& request, web::Reply reply);
    [[nodiscard]] web::Response revoke(const web::Request& request);
    [[nodiscard]] web::Response metadata() const;

private:
    [[nodiscard]] std::optional<OAuthError> findFault(const web::Request& request, const web::Parameters& form) const;
    [[nodiscard]] web::Response redeem(const web::Parameters& form);
    [[nodiscard]] web::Response refresh(const QByteArray& token);
    [[nodiscard]] Result<> checkAccount(const QByteArray& token);

    ConsoleTokens& m_tokens;
    TokenKeeper& m_slackTokens;
    TaskPool& m_tasks;
    QUrl m_issuer;
    Secret m_launchSecret;
};

}  // namespace refrain::service
