#include "service/installations/tokenkeeper.h"

#include "base/log.h"
#include "slack/failure.h"

namespace refrain::service {
namespace {

Error disconnected(const QString& context)
{
    return Error::unauthorized(
        QStringLiteral("Slack no longer accepts Refrain's access to this workspace. Connect it again."), context);
}

/// True where no later try can renew the token: not where our own configuration is at fault.
bool isOver(const Error& error)
{
    return slack::isDeadToken(error) || slack::errorWord(error) == QLatin1String("invalid_refresh_token");
}

}  // namespace

Result<slack::Credential> TokenKeeper::credential(const WorkspaceId& workspace)
{
    Result<store::BotTokens> tokens = load(workspace);
    if (tokens && needsRenewal(*tokens))
        tokens = renew(workspace);
    if (!tokens)
        return tokens.error();
    if (tokens->access.isEmpty())
        return disconnected(QStringLiteral("no token"));
    return slack::Credential{workspace, tokens->access};
}

Result<store::BotTokens> TokenKeeper::load(const WorkspaceId& workspace)
{
    const Result<store::Database*> database = m_pool.connection();
    if (!database)
        return database.error();
    return store::WorkspaceStore(**database, m_vault).tokens(workspace);
}

bool TokenKeeper::needsRenewal(const store::BotTokens& tokens) const
{
    return tokens.expiresAt && !tokens.refresh.isEmpty() && *tokens.expiresAt - m_clock.now() < margin;
}

Result<store::BotTokens> TokenKeeper::renew(const WorkspaceId& workspace)
{
    const std::lock_guard lock(lockOf(workspace));
    // Somebody else may have renewed it while this thread waited.
    const Result<store::BotTokens> stored = load(workspace);
    if (!stored || !needsRenewal(*stored))
        return stored;
    const auto method = slack::OAuthV2Access::forRefresh(m_app, stored->refresh);
    const Result<slack::OAuthGrant> grant = m_api.run(slack::Credential{workspace, {}}, method);
    if (!grant) {
        if (isOver(grant.error())) {
            markRevoked(workspace);
            return disconnected(grant.error().context());
        }
        // The old token serves while it lasts; the next call tries again.
        return *stored->expiresAt > m_clock.now() ? stored : Result<store::BotTokens>(grant.error());
    }
    store::BotTokens fresh = toStored(grant->bot);
    const Result<> written = m_pool.write<void>([&](store::Database& database) {
        return store::WorkspaceStore(database, m_vault).replaceTokens(workspace, fresh);
    });
    if (!written)
        return written.error();
    qCInfo(log::slack) << "renewed the token of" << workspace.toString();
    return fresh;
}

store::BotTokens TokenKeeper::toStored(const slack::TokenPair& pair) const
{
    store::BotTokens tokens{pair.access, pair.refresh, std::nullopt};
    if (pair.expiresInSeconds)
        tokens.expiresAt = m_clock.now() + *pair.expiresInSeconds * 1000;
    return tokens;
}

void TokenKeeper::noteFailure(const WorkspaceId& workspace, const slack::Credential& used, const Error& error)
{
    if (!slack::isDeadToken(error))
        return;
    const std::lock_guard lock(lockOf(workspace));
    // A new installation may have replaced the token meanwhile; it must not suffer for the old one.
    const Result<store::BotTokens> stored = load(workspace);
    if (stored && stored->access.equals(used.token.reveal()))
        markRevoked(workspace);
}

void TokenKeeper::markRevoked(const WorkspaceId& workspace)
{
    qCWarning(log::slack) << "Slack no longer accepts the token of" << workspace.toString();
    const Result<> marked = m_pool.write<void>([&](store::Database& database) {
        return store::WorkspaceStore(database, m_vault).setStatus(workspace, store::WorkspaceStatus::Revoked);
    });
    if (!marked)
        qCWarning(log::slack) << marked.error().toString();
}

std::mutex& TokenKeeper::lockOf(const WorkspaceId& workspace)
{
    const std::lock_guard lock(m_mutex);
    std::unique_ptr<std::mutex>& found = m_locks[workspace];
    if (!found)
        found = std::make_unique<std::mutex>();
    return *found;
}

}  // namespace refrain::service
