#include "service/imports/heldimports.h"

#include "service/approvals/approvalaudit.h"
#include "service/imports/importpart.h"
#include "service/usecases/recordjson.h"
#include "store/approvalstore.h"
#include "store/heldrowstore.h"

namespace refrain::service {
namespace {

store::ImportKey keyOf(const WorkspaceId& workspace, const Approval& approval)
{
    return {workspace, approval.act.value(QLatin1String("import")).toString()};
}

bool isUndo(const Approval& approval)
{
    return approval.act.value(QLatin1String("undo")).toBool();
}

ImportState stateAfter(ApprovalState state)
{
    if (state == ApprovalState::Refused)
        return ImportState::Refused;
    return state == ApprovalState::Expired ? ImportState::Expired : ImportState::Cancelled;
}

Result<std::optional<Import>> heldImport(WorkspaceTransaction& transaction, const Approval& approval)
{
    auto import = store::ImportStore(transaction.database()).find(keyOf(transaction.workspace(), approval));
    if (import && *import && (*import)->state != ImportState::Held)
        return std::optional<Import>();
    return import;
}

/// Its end names whoever approved it, where somebody had to.
Result<EditContext> contextOf(WorkspaceTransaction& transaction, const Import& import)
{
    EditContext context{import.source, import.actor, {}, {}};
    const auto approval = store::ApprovalStore(transaction.database()).ofImport(transaction.workspace(), import.id);
    if (!approval)
        return approval.error();
    if (*approval && (*approval)->state == ApprovalState::Applied)
        context.approval = approvalContext(**approval);
    return context;
}

}  // namespace

Result<> HeldImports::release(WorkspaceTransaction& transaction, const Approval& approval)
{
    const EditContext context = requesterOf(approval);
    if (isUndo(approval)) {
        const Result<Import> begun = m_undo.beginWithin(transaction, keyOf(transaction.workspace(), approval), context);
        return begun ? Result<>() : Result<>(begun.error());
    }
    auto import = heldImport(transaction, approval);
    if (!import || !*import)
        return import ? Result<>() : Result<>(import.error());
    (*import)->state = ImportState::Applying;
    (*import)->counts = {};
    const Result<> put = store::ImportStore(transaction.database()).put(transaction.workspace(), **import);
    return put ? auditImport(transaction, **import, context) : put;
}

void HeldImports::start(const WorkspaceId& workspace, const Approval& approval)
{
    const store::ImportKey key = keyOf(workspace, approval);
    if (isUndo(approval))
        m_undo.start(key);
    else if (const Result<> begun = begin(key); !begun)
        qCWarning(log::service) << begun.error().toString();
}

Result<> HeldImports::drop(WorkspaceTransaction& transaction, const Approval& approval, const EditContext& context)
{
    if (isUndo(approval))
        return {};
    auto import = heldImport(transaction, approval);
    if (!import || !*import)
        return import ? Result<>() : Result<>(import.error());
    (*import)->state = stateAfter(approval.state);
    (*import)->counts = {};
    (*import)->finishedAt = transaction.now();
    const store::ImportKey key{transaction.workspace(), (*import)->id};
    if (Result<> gone = store::HeldRowStore(transaction.database()).removeAll(key); !gone)
        return gone;
    if (Result<> put = store::ImportStore(transaction.database()).put(key.workspace, **import); !put)
        return put;
    return auditImport(transaction, **import, context);
}

Result<> HeldImports::begin(const store::ImportKey& key)
{
    const Result<bool> more = step(key);
    if (more && *more)
        m_portions.start(key);
    return more ? Result<>() : Result<>(more.error());
}

Result<> HeldImports::resumeAll()
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    const auto keys = store::ImportStore(**database).inState(ImportState::Applying);
    if (!keys)
        return keys.error();
    for (const store::ImportKey& key : *keys)
        m_portions.start(key);
    return m_undo.resumeAll();
}

Result<bool> HeldImports::step(const store::ImportKey& key)
{
    return m_parts.writer.write<bool>(key.workspace, [&](WorkspaceTransaction& transaction) -> Result<bool> {
        store::ImportStore imports(transaction.database());
        store::HeldRowStore rows(transaction.database());
        const auto found = imports.find(key);
        const auto part = rows.first(key);
        if (!found || !part)
            return !found ? found.error() : part.error();
        if (!*found || (*found)->state != ImportState::Applying)
            return false;
        Import import = **found;
        if (*part) {
            const Result<wire::ImportPart> read = wire::importPartFromJson(fromText((*part)->rows));
            if (!read)
                return read.error();
            const auto taken = ImportPartRun(transaction, m_parts.preferences, import, false).run(read->rows);
            const Result<> gone = taken ? rows.remove(key, (*part)->from) : Result<>(taken.error());
            if (!gone)
                return gone.error();
            import.counts += taken->counts;
        }
        const Result<bool> more = rows.any(key);
        const Result<EditContext> context = contextOf(transaction, import);
        if (!more || !context)
            return !more ? more.error() : context.error();
        if (!*more) {
            import.state = ImportState::Done;
            import.finishedAt = transaction.now();
        }
        if (Result<> put = imports.put(key.workspace, import); !put)
            return put.error();
        const Result<> audited = *more ? Result<>() : auditImport(transaction, import, *context);
        return audited ? more : Result<bool>(audited.error());
    });
}

}  // namespace refrain::service
