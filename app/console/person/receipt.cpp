#include "console/person/receipt.h"

#include "console/audit/auditreader.h"
#include "console/audit/logpins.h"
#include "console/engine/backendcalls.h"
#include "wire/evidence.h"

#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace refrain::console {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Receipts)
};

/// What is wrong with it; empty: nothing.
QString faultOf(const ReceiptId& id, const wire::EvidenceItem& one, const Checkpoint& checkpoint)
{
    const TreeHash leaf = leafHash(one.item.leaf);
    if (!id.names(one.item.index, leaf))
        return Text::tr("It is about another entry than its ID names.");
    if (one.proof.index != one.item.index || one.proof.size != checkpoint.size ||
        !verifyInclusion(leaf, one.proof.index, one.proof.size, one.proof.hashes, checkpoint.root))
        return Text::tr("The entry does not lie in the log that was signed.");
    const Result<OpenedEntry> opened = openLeaf(one.item.leaf, one.item.openings);
    if (!opened || opened->entry != one.item.entry)
        return Text::tr("It shows other values than the log's entry commits to.");
    return {};
}

}  // namespace

Result<Receipt> receiptFromJson(const ReceiptId& id, const QJsonObject& json)
{
    const Result<wire::Evidence> evidence = wire::evidenceFromJson(json);
    if (!evidence)
        return evidence.error();
    if (evidence->items.size() != 1)
        return Error::corrupt(Text::tr("The backend answered with something that is no receipt."));
    const wire::EvidenceItem& one = evidence->items.front();
    Receipt receipt{
        id, one.item.entry, !one.item.erased.isEmpty(), leafHash(one.item.leaf), {}, evidence->auditKey, {}, json};
    const Result<NoteVerifier> key = NoteVerifier::fromVkey(evidence->auditKey);
    const Result<Checkpoint> checkpoint =
        key ? openCheckpoint(*key, evidence->checkpoint) : Result<Checkpoint>(key.error());
    if (checkpoint)
        receipt.checkpoint = *checkpoint;
    receipt.fault = checkpoint ? faultOf(id, one, *checkpoint) : Text::tr("The log's signature does not fit its key.");
    return receipt;
}

QFuture<Result<Receipt>> Receipts::fetch(const ReceiptId& id)
{
    ApiRequest request;
    request.path = QStringLiteral("receipts/") + id.toString();
    return m_calls.ask<Receipt>(std::move(request),
                                [id](const QJsonObject& json) { return receiptFromJson(id, json); });
}

Result<> writeEvidence(const Receipt& receipt, const QString& path)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(QJsonDocument(receipt.evidence).toJson()) > 0 && file.commit();
    if (!written)
        return Error::unavailable(Text::tr("The evidence cannot be written there. Choose another place."),
                                  file.errorString());
    return {};
}

}  // namespace refrain::console
