#include "service/usecases/auditlog.h"

#include "store/changestore.h"
#include "store/settingstore.h"

namespace refrain::service {

namespace {

Result<ReadEntry> opened(const store::StoredEntry& stored)
{
    Result<OpenedEntry> entry = openLeaf(stored.leaf, stored.openings);
    if (!entry)
        return entry.error();
    return ReadEntry{stored.leaf, *std::move(entry)};
}

Error outside()
{
    return Error::invalid(
        QStringLiteral("The audit log has no such range yet. Ask with a size of its checkpoint at "
                       "most."));
}

}  // namespace

Result<AuditPage> AuditLog::page(const WorkspaceId& workspace, const store::AuditQuery& query)
{
    return m_pool.read<AuditPage>([&](store::Database& database) -> Result<AuditPage> {
        store::AuditStore audit(database);
        const Result<qint64> size = audit.size(workspace);
        if (!size)
            return size.error();
        const Result<qint64> seq = store::ChangeStore(database).lastSeq(workspace);
        if (!seq)
            return seq.error();
        const auto stored = audit.page(workspace, query);
        if (!stored)
            return stored.error();
        AuditPage page;
        page.size = *size;
        page.seq = *seq;
        page.more = qint64(stored->size()) == query.limit;
        for (const store::StoredEntry& one : *stored) {
            Result<ReadEntry> entry = opened(one);
            if (!entry)
                return entry.error();
            page.items.push_back(*std::move(entry));
        }
        return page;
    });
}

Result<ReadEntry> AuditLog::entry(const WorkspaceId& workspace, qint64 index)
{
    const Result<store::Database*> database = m_pool.connection();
    if (!database)
        return database.error();
    const auto stored = store::AuditStore(**database).entry(workspace, index);
    if (!stored)
        return stored.error();
    if (!*stored)
        return Error::notFound(QStringLiteral("The audit log has no entry %1.").arg(index));
    return opened(**stored);
}

Result<InclusionProof> AuditLog::proof(const WorkspaceId& workspace, qint64 index, qint64 size)
{
    return m_pool.read<InclusionProof>([&](store::Database& database) -> Result<InclusionProof> {
        const Result<qint64> now = store::AuditStore(database).size(workspace);
        if (!now)
            return now.error();
        const qint64 wanted = size == 0 ? *now : size;
        if (index < 0 || index >= wanted || wanted > *now)
            return outside();
        const store::StoredTree tree(database, workspace);
        Result<TreeHash> leaf = tree.hash(0, index);
        if (!leaf)
            return leaf.error();
        auto hashes = inclusionProof(tree, index, wanted);
        if (!hashes)
            return hashes.error();
        return InclusionProof{index, wanted, *std::move(leaf), *std::move(hashes)};
    });
}

Result<QList<TreeHash>> AuditLog::consistency(const WorkspaceId& workspace, qint64 from, qint64 to)
{
    return m_pool.read<QList<TreeHash>>([&](store::Database& database) -> Result<QList<TreeHash>> {
        const Result<qint64> now = store::AuditStore(database).size(workspace);
        if (!now)
            return now.error();
        if (from < 0 || from > to || to > *now)
            return outside();
        return consistencyProof(store::StoredTree(database, workspace), from, to);
    });
}

Result<QByteArray> AuditLog::checkpoint(const WorkspaceId& workspace)
{
    // Consoles ask at every sync and the log seldom grew: most answers need no write.
    const auto known = [&workspace](store::Database& database) -> Result<QByteArray> {
        const Result<qint64> size = store::AuditStore(database).size(workspace);
        if (!size)
            return size.error();
        return store::AuditStore(database).checkpoint(workspace, *size);
    };
    Result<QByteArray> kept = m_pool.read<QByteArray>(known);
    if (!kept || !kept->isEmpty())
        return kept;
    return m_pool.write<QByteArray>([&](store::Database& database) -> Result<QByteArray> {
        store::AuditStore audit(database);
        const Result<qint64> size = audit.size(workspace);
        if (!size)
            return size.error();
        const Result<NoteSigner> key = signer(database, workspace);
        if (!key)
            return key.error();
        const Result<TreeHash> root = treeRoot(store::StoredTree(database, workspace), *size);
        if (!root)
            return root.error();
        const QByteArray note = key->sign(checkpointText({checkpointOrigin(workspace), *size, *root}));
        if (Result<> done = audit.keepCheckpoint(workspace, *size, note, m_clock.now()); !done)
            return done.error();
        return note;
    });
}

Result<QString> AuditLog::verifierKey(const WorkspaceId& workspace)
{
    return m_pool.write<QString>([&](store::Database& database) -> Result<QString> {
        const Result<NoteSigner> key = signer(database, workspace);
        if (!key)
            return key.error();
        return key->vkey();
    });
}

Result<NoteSigner> AuditLog::signer(store::Database& database, const WorkspaceId& workspace)
{
    store::SigningKeyStore keys(database, m_vault);
    const auto known = keys.current(workspace);
    if (!known)
        return known.error();
    if (*known)
        return NoteSigner::fromSeed(checkpointOrigin(workspace), **known);
    const Secret seed(m_random.bytes(NoteSigner::seedSize));
    Result<NoteSigner> made = NoteSigner::fromSeed(checkpointOrigin(workspace), seed);
    if (!made)
        return made;
    if (Result<> kept = keys.add(workspace, made->vkey().toUtf8(), seed, m_clock.now()); !kept)
        return kept.error();
    return made;
}

}  // namespace refrain::service
