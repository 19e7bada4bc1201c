#include "service/access/apikeys.h"

#include "service/access/bearertokens.h"

namespace refrain::service {
namespace {

constexpr qsizetype longestName = 100;

AuditEntry entryFor(const store::ApiKey& key, const Actor& actor, Source source)
{
    AuditEntry entry;
    entry.type = QStringLiteral("apikey");
    entry.outcome = QStringLiteral("accepted");
    entry.source = source;
    entry.actor = actor;
    entry.after = {{QStringLiteral("id"), key.id},
                   {QStringLiteral("name"), key.name},
                   {QStringLiteral("role"), toString(key.role)},
                   {QStringLiteral("revoked"), key.revokedAt.has_value()}};
    return entry;
}

Error noSuchKey()
{
    return Error::notFound(QStringLiteral("There is no such API key, or it was ended already."));
}

}  // namespace

Result<ApiKeys::Made> ApiKeys::create(const WorkspaceId& workspace, const QString& name, Role role, const Actor& actor,
                                      Source source)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > longestName)
        return Error::invalid(QStringLiteral("An API key needs a name of 1 to %1 characters.").arg(longestName),
                              QStringLiteral("/name"));
    const Secret secret = newToken(apiKeyPrefix, m_random);
    store::ApiKey key;
    key.workspace = workspace;
    key.id = QString::fromLatin1(m_random.bytes(6).toHex());
    key.name = trimmed;
    key.role = role;
    key.createdBy = actor.id;
    const Result<store::ApiKey> written =
        m_writer.write<store::ApiKey>(workspace, [&](WorkspaceTransaction& transaction) -> Result<store::ApiKey> {
            const Result<qint64> known =
                transaction.database().number("SELECT count(*) FROM workspaces WHERE workspace = ?", {workspace});
            if (!known)
                return known.error();
            if (*known == 0)
                return Error::notFound(QStringLiteral("The workspace %1 is not connected.").arg(workspace.toString()));
            key.createdAt = transaction.now();
            if (Result<> added = store::ApiKeyStore(transaction.database()).add(key, tokenHash(secret.reveal()));
                !added)
                return added.error();
            if (Result<qint64> audited = transaction.audit(entryFor(key, actor, source)); !audited)
                return audited.error();
            return key;
        });
    if (!written)
        return written.error();
    return Made{*written, secret};
}

Result<std::vector<store::ApiKey>> ApiKeys::all(const WorkspaceId& workspace)
{
    const Result<store::Database*> database = m_pool.connection();
    if (!database)
        return database.error();
    return store::ApiKeyStore(**database).all(workspace);
}

Result<> ApiKeys::revoke(const WorkspaceId& workspace, const QString& id, const Actor& actor, Source source)
{
    return m_writer.write<void>(workspace, [&](WorkspaceTransaction& transaction) -> Result<> {
        store::ApiKeyStore keys(transaction.database());
        const Result<std::vector<store::ApiKey>> known = keys.all(workspace);
        if (!known)
            return known.error();
        for (store::ApiKey key : *known) {
            if (key.id != id || key.revokedAt)
                continue;
            if (Result<bool> revoked = keys.revoke(workspace, id, transaction.now()); !revoked || !*revoked)
                return revoked ? noSuchKey() : revoked.error();
            key.revokedAt = transaction.now();
            const Result<qint64> audited = transaction.audit(entryFor(key, actor, source));
            return audited ? Result<>() : Result<>(audited.error());
        }
        return noSuchKey();
    });
}

}  // namespace refrain::service
