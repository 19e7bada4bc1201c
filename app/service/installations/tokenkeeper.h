#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "slack/api.h"
#include "slack/methods/oauthv2access.h"
#include "store/databasepool.h"
#include "store/vault.h"
#include "store/workspacestore.h"

#include <map>
#include <memory>
#include <mutex>

namespace refrain::service {

/// Slack's tokens of every workspace: hands out one that is good, and renews it in time.
///
/// One refresher per installation; a new pair is on disk before anybody uses it, because the refresh token
/// before it serves once. Blocks on Slack at times: background threads only.
class TokenKeeper {
public:
    /// A token with less life than this is renewed first.
    static constexpr Millis margin = 2LL * 60 * 60 * 1000;

    TokenKeeper(store::DatabasePool& pool, const store::Vault& vault, slack::Api& api, slack::AppCredential app,
                const Clock& clock)
        : m_pool(pool), m_vault(vault), m_api(api), m_app(std::move(app)), m_clock(clock)
    {
    }

    /// NotFound where the workspace is unknown; Unauthorized where Slack no longer takes its tokens and it must be
    /// connected again; Unavailable where the renewal must be tried later.
    [[nodiscard]] Result<slack::Credential> credential(const WorkspaceId& workspace);

    /// Calls a method for a workspace; a token that Slack calls dead marks the workspace as revoked.
    template <class Method>
    [[nodiscard]] Result<typename Method::Response> run(const WorkspaceId& workspace, const Method& method)
    {
        const Result<slack::Credential> token = credential(workspace);
        if (!token)
            return token.error();
        Result<typename Method::Response> response = m_api.run(*token, method);
        if (!response)
            noteFailure(workspace, *token, response.error());
        return response;
    }

    /// The tokens as they are stored, with their expiry as a time.
    [[nodiscard]] store::BotTokens toStored(const slack::TokenPair& pair) const;

private:
    [[nodiscard]] Result<store::BotTokens> load(const WorkspaceId& workspace);
    [[nodiscard]] Result<store::BotTokens> renew(const WorkspaceId& workspace);
    [[nodiscard]] bool needsRenewal(const store::BotTokens& tokens) const;
    void noteFailure(const WorkspaceId& workspace, const slack::Credential& used, const Error& error);
    void markRevoked(const WorkspaceId& workspace);
    [[nodiscard]] std::mutex& lockOf(const WorkspaceId& workspace);

    store::DatabasePool& m_pool;
    const store::Vault& m_vault;
    slack::Api& m_api;
    slack::AppCredential m_app;
    const Clock& m_clock;
    std::mutex m_mutex;  // guards m_locks
    std::map<WorkspaceId, std::unique_ptr<std::mutex>> m_locks;
};

}  // namespace refrain::service
