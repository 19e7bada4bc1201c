#pragma once

#include "base/clock.h"
#include "service/config/config.h"
#include "service/installations/tokenkeeper.h"
#include "service/oauth/authorizerequest.h"
#include "service/oauth/consoletokens.h"
#include "service/usecases/workspacewriter.h"
#include "slack/idtoken.h"
#include "slack/user.h"
#include "store/memberstore.h"
#include "store/oauthstore.h"

#include <functional>
#include <variant>

namespace refrain::service {

/// Who came back from Slack and may come in, or why not.
using FlowResult = std::variant<SessionOwner, OAuthError>;

/// What the flows through Slack are made of.
struct FlowParts {
    store::DatabasePool& pool;
    const store::Vault& vault;
    slack::Api& api;
    TokenKeeper& tokens;
    const Clock& clock;
    slack::AppCredential app;
    QUrl slackUrl;
    WorkspacePolicy policy;
    QString redirectUri;  ///< Slack's way back, registered to the letter.
    WorkspaceWriter& writer;
    /// Called after a workspace was connected: fill it where it is new, begin to read its directory.
    std::function<Result<>(const WorkspaceId&)> onConnected;
};

/// The way back from Slack's `/oauth/v2/authorize`: exchanges the code, stores the installation, and gives the
/// person who connected the workspace a role where the contract says so. Blocks on Slack.
class InstallFlow {
public:
    explicit InstallFlow(const FlowParts& parts) : m_parts(parts) {}

    [[nodiscard]] FlowResult complete(const store::OAuthState& state, const QString& code) const;

private:
    [[nodiscard]] std::optional<OAuthError> refusal(const store::OAuthState& state,
                                                    const slack::OAuthGrant& grant) const;
    [[nodiscard]] FlowResult install(const slack::OAuthGrant& grant, const slack::User& installer) const;
    [[nodiscard]] Result<bool> store(WorkspaceTransaction& transaction, const store::Workspace& workspace,
                                     const slack::OAuthGrant& grant, const slack::User& installer) const;
    [[nodiscard]] Result<bool> giveRole(WorkspaceTransaction& transaction, bool isFirst,
                                        const slack::User& installer) const;

    const FlowParts& m_parts;
};

/// The way back from Sign in with Slack: verifies the id_token, asks Slack about the person, and lets in who has
/// a role. Blocks on Slack.
class SignInFlow {
public:
    explicit SignInFlow(const FlowParts& parts) : m_parts(parts) {}

    [[nodiscard]] FlowResult complete(const store::OAuthState& state, const QString& code) const;

private:
    [[nodiscard]] FlowResult admit(const WorkspaceId& workspace, const slack::IdClaims& who) const;
    [[nodiscard]] Result<std::optional<WorkspaceId>> workspaceOf(const slack::IdClaims& who) const;

    const FlowParts& m_parts;
};

/// The way back from Slack with a channel's webhook: an admin connects one channel. Blocks on Slack.
class WebhookFlow {
public:
    explicit WebhookFlow(const FlowParts& parts) : m_parts(parts) {}

    [[nodiscard]] FlowResult complete(const store::OAuthState& state, const QString& code) const;

private:
    [[nodiscard]] Result<std::optional<SessionOwner>> connectChannel(WorkspaceTransaction& transaction,
                                                                     const slack::OAuthGrant& grant) const;

    const FlowParts& m_parts;
};

[[nodiscard]] OAuthError noRole();
[[nodiscard]] OAuthError internalError(const Error& error);

}  // namespace refrain::service
