// How grants end: the second half of Grants.
#include "sandbox/state/grants.h"
#include "sandbox/state/granttables.h"

#include "sandbox/world/world.h"

namespace refrain::sandbox {

using namespace tables;

Grants::Revoked Grants::revoke(const QByteArray& token, bool dryRun)
{
    Revoked result;
    const QString key = hashed(token);
    const bool refresher = m_ledger.has(refreshers, key);
    const QString table = refresher ? refreshers : access;
    const QJsonObject record = m_ledger.get(table, key);
    if (record.isEmpty() || record.contains(QStringLiteral("dead")))
        return result;
    result.found = true;
    result.grant = grantOf(record);
    if (dryRun)
        return result;
    // A rotating token is the only thing that dies; the installation stands and events go on.
    if (refresher || record.contains(QStringLiteral("expiresAt")) || result.grant.kind == TokenKind::SignIn) {
        markDead(m_ledger, table, key, QStringLiteral("token_revoked"));
        return result;
    }
    const Grant& grant = result.grant;
    const bool bot = grant.kind == TokenKind::Bot;
    kill(grant.workspace, grant.kind, bot ? std::nullopt : std::optional(grant.person),
         bot ? QStringLiteral("account_inactive") : QStringLiteral("token_revoked"));
    result.authorizationGone = true;
    result.uninstalled = bot && !hasUsers(grant.workspace);
    return result;
}

void Grants::uninstall(const QString& workspace)
{
    kill(workspace, TokenKind::Bot, {}, QStringLiteral("account_inactive"));
    kill(workspace, TokenKind::User, {}, QStringLiteral("token_revoked"));
}

bool Grants::dropUser(quint64 person)
{
    bool any = false;
    for (const QString& workspace : {m_world.teamId(), m_world.enterpriseId()}) {
        if (!m_ledger.has(users, ownerKey(workspace, person)))
            continue;
        any = true;
        kill(workspace, TokenKind::User, person, QStringLiteral("token_revoked"));
    }
    return any;
}

bool Grants::hasUsers(const QString& workspace) const
{
    const QMap<QString, QJsonObject>& all = m_ledger.all(users);
    for (auto user = all.begin(); user != all.end(); ++user) {
        if (user.key().startsWith(workspace + u'/') && user->value(QStringLiteral("active")).toBool())
            return true;
    }
    return false;
}

void Grants::kill(const QString& workspace, TokenKind kind, std::optional<quint64> person, const QString& word)
{
    const auto matches = [&](const QJsonObject& token) {
        return token.value(QStringLiteral("kind")).toString() == wordOf(kind) &&
               token.value(QStringLiteral("workspace")).toString() == workspace &&
               (!person || quint64(token.value(QStringLiteral("person")).toInteger()) == *person) &&
               !token.contains(QStringLiteral("dead"));
    };
    for (const QString& table : {access, refreshers}) {
        const QMap<QString, QJsonObject> tokens = m_ledger.all(table);
        for (auto token = tokens.begin(); token != tokens.end(); ++token) {
            if (matches(*token))
                markDead(m_ledger, table, token.key(), word);
        }
    }
    const auto end = [this](const QString& table, const QString& key, QJsonObject owner) {
        // The next installation starts from nothing and gets another token.
        owner.insert(QStringLiteral("generation"), owner.value(QStringLiteral("generation")).toInt() + 1);
        owner.insert(QStringLiteral("active"), false);
        owner.remove(QStringLiteral("scopes"));
        m_ledger.put(table, key, owner);
    };
    if (kind == TokenKind::Bot) {
        if (m_ledger.has(bots, workspace))
            end(bots, workspace, m_ledger.get(bots, workspace));
        return;
    }
    const QMap<QString, QJsonObject> owners = m_ledger.all(users);
    for (auto owner = owners.begin(); owner != owners.end(); ++owner) {
        const bool hit =
            person ? owner.key() == ownerKey(workspace, *person) : owner.key().startsWith(workspace + u'/');
        if (hit && owner->value(QStringLiteral("active")).toBool())
            end(users, owner.key(), *owner);
    }
}

}  // namespace refrain::sandbox
