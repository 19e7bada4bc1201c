#include "store/idempotencystore.h"

namespace refrain::store {

namespace {

Vault::Place place(const IdempotencyScope& scope)
{
    return {QStringLiteral("idempotency_keys"), scope.workspace.toString(), QStringLiteral("body")};
}

}  // namespace

Result<std::optional<KeptAnswer>> IdempotencyStore::find(const IdempotencyScope& scope, Millis now)
{
    auto found = m_database.first(
        "SELECT fingerprint, status, etag, content_type, body, sealed FROM idempotency_keys"
        " WHERE workspace = ? AND owner = ? AND key = ? AND expires_at > ?",
        {scope.workspace, scope.owner, scope.key, now}, [](const Row& row) {
            return KeptAnswer{row.bytes(0), int(row.integer(1)), row.text(2), row.text(3), row.bytes(4), row.flag(5)};
        });
    if (!found || !*found || !(*found)->secret)
        return found;
    Result<Secret> body = m_vault.open((*found)->body, place(scope));
    if (!body)
        return body.error();
    (*found)->body = body->reveal();
    return found;
}

Result<> IdempotencyStore::keep(const IdempotencyScope& scope, const KeptAnswer& answer, Millis now)
{
    const Result<qint64> expired =
        m_database.run("DELETE FROM idempotency_keys WHERE workspace = ? AND owner = ? AND key = ? AND expires_at <= ?",
                       {scope.workspace, scope.owner, scope.key, now});
    if (!expired)
        return expired.error();
    const Result<qint64> done = m_database.run(
        "INSERT INTO idempotency_keys (workspace, owner, key, fingerprint, status, etag, content_type, body, sealed,"
        " expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {scope.workspace, scope.owner, scope.key, answer.fingerprint, answer.status, answer.etag, answer.contentType,
         answer.secret ? m_vault.seal(Secret(answer.body), place(scope)) : answer.body, answer.secret, now + keptFor});
    if (!done)
        return done.error();
    return {};
}

Result<qint64> IdempotencyStore::forgetExpired(Millis now)
{
    return m_database.run("DELETE FROM idempotency_keys WHERE expires_at <= ?", {now});
}

}  // namespace refrain::store
