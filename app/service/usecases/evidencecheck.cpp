#include "service/usecases/evidencecheck.h"

#include <algorithm>
#include <set>

namespace refrain::service {
namespace {

Result<Checkpoint> signedCheckpoint(const wire::Evidence& evidence)
{
    const Result<NoteVerifier> key = NoteVerifier::fromVkey(evidence.auditKey);
    if (!key)
        return key.error();
    if (key->name() != checkpointOrigin(evidence.workspace))
        return Error::corrupt(QStringLiteral("The key is not the key of this workspace's log."));
    return openCheckpoint(*key, evidence.checkpoint);
}

/// What is wrong with where the leaf lies; empty: nothing.
QString faultOfProof(const wire::EvidenceItem& one, const Checkpoint& checkpoint)
{
    if (one.proof.index != one.item.index || one.proof.size != checkpoint.size)
        return QStringLiteral("its proof is about another entry or another size of the log");
    const TreeHash leaf = leafHash(one.item.leaf);
    if (leaf != one.proof.leafHash)
        return QStringLiteral("its leaf is not the one that was proven");
    if (!verifyInclusion(leaf, one.proof.index, one.proof.size, one.proof.hashes, checkpoint.root))
        return QStringLiteral("its leaf does not lie in the log that the checkpoint states");
    return {};
}

/// What is wrong with the values shown; empty: nothing.
QString faultOfValues(const wire::EvidenceItem& one, const wire::Evidence& evidence)
{
    const wire::AuditItem& item = one.item;
    const bool fit = std::all_of(item.openings.begin(), item.openings.end(),
                                 [&](const Opening& opening) { return verifyOpening(item.leaf, opening); });
    const Result<OpenedEntry> opened = openLeaf(item.leaf, item.openings);
    if (!fit || !opened)
        return QStringLiteral("a value does not open what its leaf commits to");
    if (opened->entry != item.entry || opened->erased != item.erased)
        return QStringLiteral("it shows other values than its leaf and openings");
    if (opened->entry.index != item.index || opened->entry.workspace != evidence.workspace)
        return QStringLiteral("its leaf belongs to another place of the log or to another workspace");
    if (opened->entry.subject != evidence.subject)
        return QStringLiteral("it is not shown to be about %1").arg(evidence.subject.toString());
    return {};
}

}  // namespace

EvidenceReport checkEvidence(const wire::Evidence& evidence)
{
    EvidenceReport report;
    const Result<Checkpoint> checkpoint = signedCheckpoint(evidence);
    if (!checkpoint) {
        report.faults
            << QStringLiteral("The checkpoint is not signed by the bundle's key: %1").arg(checkpoint.error().message());
        return report;
    }
    report.checkpoint = *checkpoint;
    std::set<qint64> seen;
    for (const wire::EvidenceItem& one : evidence.items) {
        QString fault = seen.insert(one.item.index).second ? faultOfProof(one, *checkpoint)
                                                           : QStringLiteral("it stands in the bundle twice");
        if (fault.isEmpty())
            fault = faultOfValues(one, evidence);
        if (!fault.isEmpty())
            report.faults << QStringLiteral("Entry %1 does not verify: %2.").arg(one.item.index).arg(fault);
        report.openings += int(one.item.openings.size());
        report.erased += int(one.item.erased.size());
    }
    return report;
}

}  // namespace refrain::service
