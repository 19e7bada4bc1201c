#include "service/usecases/auditlog.h"

#include "store/subjectstore.h"

namespace refrain::service {
namespace {

constexpr int entriesAtOnce = 1000;

Result<wire::EvidenceItem> proven(store::Database& database, const WorkspaceId& workspace,
                                  const store::StoredEntry& stored, qint64 size)
{
    Result<OpenedEntry> opened = openLeaf(stored.leaf, stored.openings);
    if (!opened)
        return opened.error();
    auto hashes = inclusionProof(store::StoredTree(database, workspace), stored.index, size);
    if (!hashes)
        return hashes.error();
    return wire::EvidenceItem{
        {stored.index, stored.leaf, std::move(opened->entry), std::move(opened->erased), stored.openings},
        {stored.index, size, leafHash(stored.leaf), *std::move(hashes)}};
}

Result<std::vector<wire::EvidenceItem>> collect(store::Database& database, const WorkspaceId& workspace,
                                                const SubjectId& subject, qint64 size)
{
    std::vector<wire::EvidenceItem> items;
    store::AuditQuery query;
    query.subject = subject;
    query.limit = entriesAtOnce;
    for (;;) {
        const auto page = store::AuditStore(database).page(workspace, query);
        if (!page)
            return page.error();
        for (const store::StoredEntry& stored : *page) {
            query.after = stored.index;
            if (stored.index >= size)  // the log grew since its checkpoint
                return items;
            Result<wire::EvidenceItem> item = proven(database, workspace, stored, size);
            if (!item)
                return item.error();
            items.push_back(*std::move(item));
        }
        if (int(page->size()) < query.limit)
            return items;
    }
}

}  // namespace

Result<bool> AuditLog::isKnown(const WorkspaceId& workspace, const SubjectId& subject)
{
    const Result<store::Database*> database = m_pool.connection();
    if (!database)
        return database.error();
    const auto found = store::SubjectStore(**database).find(workspace, subject);
    return found ? Result<bool>(found->has_value()) : found.error();
}

Result<std::pair<wire::Evidence, qint64>> AuditLog::newEvidence(const WorkspaceId& workspace)
{
    Result<QString> key = verifierKey(workspace);
    if (!key)
        return key.error();
    Result<QByteArray> note = checkpoint(workspace);
    if (!note)
        return note.error();
    const Result<NoteVerifier> verifier = NoteVerifier::fromVkey(*key);
    if (!verifier)
        return verifier.error();
    const Result<Checkpoint> at = openCheckpoint(*verifier, *note);
    if (!at)
        return at.error();
    return std::pair(wire::Evidence{workspace, {}, *std::move(key), *std::move(note), {}}, at->size);
}

Result<wire::Evidence> AuditLog::evidence(const WorkspaceId& workspace, const SubjectId& subject)
{
    auto begun = newEvidence(workspace);
    if (!begun)
        return begun.error();
    auto& [evidence, size] = *begun;
    auto items = m_pool.read<std::vector<wire::EvidenceItem>>(
        [&, end = size](store::Database& database) { return collect(database, workspace, subject, end); });
    if (!items)
        return items.error();
    if (items->empty()) {
        const Result<bool> known = isKnown(workspace, subject);
        if (!known)
            return known.error();
        if (!*known)
            return Error::notFound(QStringLiteral("Nobody here has the id “%1”, and the audit log has nothing about "
                                                  "it.")
                                       .arg(subject.toString()));
    }
    evidence.subject = subject;
    evidence.items = *std::move(items);
    return std::move(evidence);
}

Result<wire::Evidence> AuditLog::receipt(const WorkspaceId& workspace, const ReceiptId& id)
{
    auto begun = newEvidence(workspace);
    if (!begun)
        return begun.error();
    auto& [evidence, size] = *begun;
    auto item = m_pool.read<std::optional<wire::EvidenceItem>>(
        [&, end = size](store::Database& database) -> Result<std::optional<wire::EvidenceItem>> {
            const auto stored = store::AuditStore(database).entry(workspace, id.index());
            if (!stored)
                return stored.error();
            if (!*stored || id.index() >= end || !id.names(id.index(), leafHash((*stored)->leaf)))
                return std::optional<wire::EvidenceItem>();
            auto made = proven(database, workspace, **stored, end);
            return made ? Result<std::optional<wire::EvidenceItem>>(*std::move(made)) : made.error();
        });
    if (!item)
        return item.error();
    if (!*item)
        return Error::notFound(
            QStringLiteral("The audit log of this workspace has no entry of the name %1.").arg(id.toString()));
    evidence.subject = (*item)->item.entry.subject;
    evidence.items.push_back(**std::move(item));
    return std::move(evidence);
}

}  // namespace refrain::service
