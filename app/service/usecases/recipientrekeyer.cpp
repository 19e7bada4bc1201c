#include "service/usecases/recipientrekeyer.h"

#include "store/definitionstore.h"
#include "wire/workflow.h"

namespace refrain::service {
namespace {

constexpr int pageSize = 1'000;
const QString recipientsField = QStringLiteral("recipients");

QJsonObject loggedOf(const store::Definition& definition)
{
    return {{QStringLiteral("slug"), definition.slug},
            {QStringLiteral("version"), definition.version},
            {recipientsField, definition.body.value(recipientsField)}};
}

Result<> keep(WorkspaceTransaction& transaction, const QString& kind, const store::Definition& before,
              const RecipientQuery& recipients, const QString& reason)
{
    store::Definition after = before;
    after.body.insert(recipientsField, wire::toJson(recipients));
    after.version = before.version + 1;
    after.updatedAt = transaction.now();
    after.updatedBy = {};
    if (Result<> done = store::DefinitionStore(transaction.database(), kind).put(transaction.workspace(), after); !done)
        return done;
    AuditEntry entry;
    entry.type = kind;
    entry.outcome = QStringLiteral("accepted");
    entry.source = Source::Policy;
    entry.reason = reason;
    entry.before = loggedOf(before);
    entry.after = loggedOf(after);
    const Result<qint64> index = transaction.audit(std::move(entry));
    return index ? Result<>() : Result<>(index.error());
}

}  // namespace

Result<bool> moveRecipients(WorkspaceTransaction& transaction, const SubjectId& from, const SubjectId& to,
                            const QString& reason)
{
    bool moved = false;
    for (const QString& kind : {QStringLiteral("workflow"), QStringLiteral("playbook")}) {
        const auto all =
            store::DefinitionStore(transaction.database(), kind).page(transaction.workspace(), {}, pageSize);
        if (!all)
            return all.error();
        for (const store::Definition& definition : *all) {
            wire::FieldReader in(definition.body);
            RecipientQuery recipients = wire::readRecipientQuery(in, "recipients");
            if (!in.done() || !recipients.replace(from, to))
                continue;
            if (Result<> done = keep(transaction, kind, definition, recipients, reason); !done)
                return done.error();
            moved = true;
        }
    }
    return moved;
}

}  // namespace refrain::service
