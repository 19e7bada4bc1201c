#pragma once

#include "base/random.h"
#include "domain/receiptid.h"
#include "domain/signednote.h"
#include "store/auditstore.h"
#include "store/databasepool.h"
#include "store/vault.h"
#include "wire/evidence.h"

namespace refrain::service {

/// An entry with its leaf; fields whose openings were erased read as absent and are listed.
struct ReadEntry {
    QByteArray leaf;
    OpenedEntry opened;
};

struct AuditPage {
    std::vector<ReadEntry> items;
    bool more = false;  ///< There may be a next page after the last item's index.
    qint64 size = 0;    ///< Entries of the log at this read.
    qint64 seq = 0;     ///< The workspace's sequence at this read.
};

struct InclusionProof {
    qint64 index = 0;
    qint64 size = 0;
    TreeHash leaf;
    QList<TreeHash> hashes;
};

/// Reads and proves the audit log; writing it is WorkspaceWriter's. Any thread.
class AuditLog {
public:
    AuditLog(store::DatabasePool& pool, const store::Vault& vault, const Clock& clock, Random& random)
        : m_pool(pool), m_vault(vault), m_clock(clock), m_random(random)
    {
    }

    [[nodiscard]] Result<AuditPage> page(const WorkspaceId& workspace, const store::AuditQuery& query);
    /// NotFound where there is no such entry.
    [[nodiscard]] Result<ReadEntry> entry(const WorkspaceId& workspace, qint64 index);
    /// `size` 0: the whole log as it is now. Invalid unless index < size <= the log's size.
    [[nodiscard]] Result<InclusionProof> proof(const WorkspaceId& workspace, qint64 index, qint64 size);
    /// Invalid unless from <= to <= the log's size.
    [[nodiscard]] Result<QList<TreeHash>> consistency(const WorkspaceId& workspace, qint64 from, qint64 to);
    /// The signed note of the log as it is now; the same bytes each time for the same size.
    [[nodiscard]] Result<QByteArray> checkpoint(const WorkspaceId& workspace);
    /// All entries about a subject, with openings, proven against the log as it is now. Erased ones are not found.
    /// NotFound where neither the directory nor the log knows the subject.
    [[nodiscard]] Result<wire::Evidence> evidence(const WorkspaceId& workspace, const SubjectId& subject);
    /// The one entry that the receipt names, in the same form, erased or not. NotFound where there is none of that
    /// name.
    [[nodiscard]] Result<wire::Evidence> receipt(const WorkspaceId& workspace, const ReceiptId& id);
    /// The key that verifies checkpoints, in vkey form.
    [[nodiscard]] Result<QString> verifierKey(const WorkspaceId& workspace);

private:
    /// Evidence of nothing yet, and the size of the log that its checkpoint states.
    [[nodiscard]] Result<std::pair<wire::Evidence, qint64>> newEvidence(const WorkspaceId& workspace);
    [[nodiscard]] Result<bool> isKnown(const WorkspaceId& workspace, const SubjectId& subject);
    [[nodiscard]] Result<NoteSigner> signer(store::Database& database, const WorkspaceId& workspace);

    store::DatabasePool& m_pool;
    const store::Vault& m_vault;
    const Clock& m_clock;
    Random& m_random;
};

}  // namespace refrain::service
