#include "service/usecases/profilealias.h"

#include "service/usecases/recordjson.h"

namespace refrain::service {
namespace {

QByteArray recordOf(const SubjectId& aliasOf)
{
    return toText({{aliasField, aliasOf.isEmpty() ? QJsonValue() : QJsonValue(aliasOf.toString())}});
}

}  // namespace

Result<> putProfile(WorkspaceTransaction& transaction, const store::Vault& vault, const store::Profile& profile,
                    const EditContext& context)
{
    store::ProfileStore profiles(transaction.database(), vault);
    const auto before = profiles.find(transaction.workspace(), profile.distinctId);
    if (!before)
        return before.error();
    if (Result<> done = profiles.put(transaction.workspace(), profile); !done)
        return done;
    const SubjectId aliasBefore = *before ? (*before)->aliasOf : SubjectId();
    if (aliasBefore == profile.aliasOf)
        return {};
    store::ChangeRecord record;
    record.type = profileChange;
    record.subject = SubjectId(profile.distinctId);
    record.source = context.source;
    record.actor = context.actor;
    record.reason = context.reason;
    record.before = *before ? recordOf(aliasBefore) : QByteArrayLiteral("null");
    record.after = recordOf(profile.aliasOf);
    const Result<qint64> seq = transaction.change(std::move(record));
    return seq ? Result<>() : Result<>(seq.error());
}

}  // namespace refrain::service
