#include "wire/evidence.h"

#include "wire/fieldreader.h"

namespace refrain::wire {

QJsonObject toJson(const Evidence& evidence)
{
    QJsonArray items;
    for (const EvidenceItem& one : evidence.items) {
        QJsonObject item = toJson(one.item);
        item.insert(QStringLiteral("proof"), toJson(one.proof));
        items.append(item);
    }
    return {{QStringLiteral("workspace"), evidence.workspace.toString()},
            {QStringLiteral("subject"), evidence.subject.toString()},
            {QStringLiteral("auditKey"), evidence.auditKey},
            {QStringLiteral("checkpoint"), QString::fromUtf8(evidence.checkpoint)},
            {QStringLiteral("items"), items}};
}

Result<Evidence> evidenceFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    Evidence evidence;
    evidence.workspace = WorkspaceId(in.requiredText("workspace"));
    evidence.subject = SubjectId(in.requiredText("subject"));
    evidence.auditKey = in.requiredText("auditKey");
    evidence.checkpoint = in.requiredText("checkpoint").toUtf8();
    if (!in.has("items"))
        in.fail("items", QStringLiteral("This is missing."));
    const QJsonArray items = in.array("items");
    if (const Result<> done = in.done(); !done)
        return done.error();
    for (const QJsonValue& value : items) {
        Result<AuditItem> item = auditItemFromJson(value.toObject());
        if (!item)
            return item.error();
        Result<InclusionProof> proof =
            inclusionProofFromJson(value.toObject().value(QLatin1String("proof")).toObject());
        if (!proof)
            return proof.error();
        evidence.items.push_back({*std::move(item), *std::move(proof)});
    }
    return evidence;
}

}  // namespace refrain::wire
