#include "service/usecases/idempotency.h"

#include <QCryptographicHash>

namespace refrain::service {

namespace {

// No part can contain a NUL, except the body, which comes last.
QString nameOf(const store::IdempotencyScope& scope)
{
    return scope.workspace.toString() + QChar(0) + scope.owner + QChar(0) + scope.key;
}

}  // namespace

/// Keys whose request is being worked on in this process. Another process is held off by the table's key: its
/// transaction fails, and its client tries again and finds the answer.
struct Idempotency::Running {
    std::mutex mutex;
    QSet<QString> names;
};

Idempotency::Ticket::Ticket(Idempotency& owner, store::IdempotencyScope scope, QByteArray fingerprint)
    : m_owner(&owner), m_running(owner.m_running), m_scope(std::move(scope)), m_fingerprint(std::move(fingerprint))
{
}

Idempotency::Ticket::~Ticket()
{
    if (!m_running)  // moved from
        return;
    const std::lock_guard lock(m_running->mutex);
    m_running->names.remove(nameOf(m_scope));
}

Result<> Idempotency::Ticket::keep(store::Database& database, store::KeptAnswer answer) const
{
    if (!isKept(answer.status))
        return {};
    answer.fingerprint = m_fingerprint;
    return store::IdempotencyStore(database, m_owner->m_vault).keep(m_scope, answer, m_owner->m_clock.now());
}

Idempotency::Idempotency(store::DatabasePool& pool, const store::Vault& vault, const Clock& clock)
    : m_pool(pool), m_vault(vault), m_clock(clock), m_running(std::make_shared<Running>())
{
}

Result<Idempotency::Start> Idempotency::begin(const store::IdempotencyScope& scope, const QByteArray& fingerprint)
{
    const Result<store::Database*> database = m_pool.connection();
    if (!database)
        return database.error();
    {
        const std::lock_guard lock(m_running->mutex);
        if (m_running->names.contains(nameOf(scope)))
            return Start{Start::Kind::InProgress, std::nullopt, std::nullopt};
        m_running->names.insert(nameOf(scope));
    }
    Ticket ticket(*this, scope, fingerprint);
    // Looked up after the key is taken: whoever held it before has committed by now.
    auto kept = store::IdempotencyStore(**database, m_vault).find(scope, m_clock.now());
    if (!kept)
        return kept.error();
    if (!*kept)
        return Start{Start::Kind::Fresh, std::move(ticket), std::nullopt};
    const auto kind = (*kept)->fingerprint == fingerprint ? Start::Kind::Replay : Start::Kind::Reused;
    return Start{kind, std::nullopt, std::move(*kept)};
}

QByteArray Idempotency::fingerprintOf(const QByteArray& method, const QByteArray& path, const QByteArray& body,
                                      const QByteArray& ifMatch)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray& part : {method, path, ifMatch}) {
        hash.addData(part);
        hash.addData(QByteArray(1, '\0'));
    }
    hash.addData(body);
    return hash.result();
}

Result<> Idempotency::forgetExpired()
{
    return m_pool.write<void>([this](store::Database& database) -> Result<> {
        const Result<qint64> forgotten = store::IdempotencyStore(database, m_vault).forgetExpired(m_clock.now());
        return forgotten ? Result<>() : Result<>(forgotten.error());
    });
}

bool Idempotency::isKept(int status)
{
    return (status >= 200 && status < 300) || status == 404 || status == 409 || status == 412 || status == 422;
}

}  // namespace refrain::service
