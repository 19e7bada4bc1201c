#include "service/imports/importdesk.h"

#include "service/approvals/approvalaudit.h"
#include "service/imports/gatheredimport.h"
#include "service/imports/importpart.h"
#include "store/approvalstore.h"
#include "store/heldrowstore.h"

namespace refrain::service {
namespace {

Error notThere()
{
    return Error::notFound(QStringLiteral("There is no such import."));
}

Error overAlready(const Import& import)
{
    if (import.state == ImportState::Held)
        return Error::conflict(
            QStringLiteral("All rows of this import were sent, and it waits for a second admin's approval."));
    const bool isUndone = import.state == ImportState::Undoing || import.state == ImportState::Undone;
    return Error::conflict(isUndone
                               ? QStringLiteral("This import was undone, so it takes no more rows. Begin another one.")
                               : QStringLiteral("This import is over, so it takes no more rows. Begin another one."));
}

Result<Import> found(store::Database& database, const store::ImportKey& key)
{
    const auto import = store::ImportStore(database).find(key);
    if (!import)
        return import.error();
    return *import ? Result<Import>(**import) : Result<Import>(notThere());
}

/// Whoever cancels what waits for approval withdraws the request.
Result<> withdraw(WorkspaceTransaction& transaction, const Import& import, const EditContext& context)
{
    store::ApprovalStore approvals(transaction.database());
    auto asked = approvals.ofImport(transaction.workspace(), import.id);
    if (!asked || !*asked || (*asked)->state != ApprovalState::Waiting)
        return asked ? Result<>() : Result<>(asked.error());
    Approval& approval = **asked;
    approval.state = ApprovalState::Withdrawn;
    approval.decider = context.actor;
    approval.decidedAt = transaction.now();
    approval.decision = QStringLiteral("The import was cancelled.");
    const Result<> updated = approvals.update(transaction.workspace(), approval);
    return updated ? auditApproval(transaction, approval, context) : updated;
}

}  // namespace

Result<> auditImport(WorkspaceTransaction& transaction, const Import& import, const EditContext& context)
{
    AuditEntry entry;
    entry.type = QStringLiteral("import");
    entry.outcome = QStringLiteral("accepted");
    entry.source = context.source;
    entry.actor = context.actor;
    entry.context = context.approval;
    entry.context.insert(QStringLiteral("import"), import.id);
    entry.after = {{QStringLiteral("id"), import.id},
                   {QStringLiteral("name"), import.name},
                   {QStringLiteral("state"), toString(import.state)},
                   {QStringLiteral("tell"), import.tell},
                   {QStringLiteral("received"), import.received},
                   {QStringLiteral("changed"), import.counts.changed},
                   {QStringLiteral("unchanged"), import.counts.unchanged},
                   {QStringLiteral("refused"), import.counts.refused},
                   {QStringLiteral("waiting"), import.counts.waiting},
                   {QStringLiteral("broken"), import.counts.broken},
                   {QStringLiteral("undone"), import.undone},
                   {QStringLiteral("kept"), import.kept}};
    const Result<qint64> index = transaction.audit(std::move(entry));
    return index ? Result<>() : Result<>(index.error());
}

Result<ImportDesk::Taken> ImportDesk::check(const WorkspaceId& workspace, const std::vector<wire::ImportRow>& rows)
{
    return m_parts.pool.read<Taken>([&](store::Database& database) -> Result<Taken> {
        WorkspaceTransaction transaction(database, workspace, m_parts.clock.now(), m_parts.random);
        const Import none;
        return ImportPartRun(transaction, m_parts.preferences, none, true).run(rows);
    });
}

Result<Import> ImportDesk::begin(const WorkspaceId& workspace, const Import& wish, const EditContext& context,
                                 const BeforeImport& beforeCommit)
{
    Import import = wish;
    import.id = QString::fromLatin1(m_parts.random.bytes(12).toHex());
    import.source = context.source;
    import.actor = context.actor;
    return m_parts.writer.write<Import>(workspace, [&](WorkspaceTransaction& transaction) -> Result<Import> {
        import.startedAt = transaction.now();
        const auto rule = ApprovalGate::rule(transaction.database(), workspace);
        const Result<qint64> seq = transaction.nextSeq();
        if (!rule || !seq)
            return !rule ? rule.error() : seq.error();
        if (m_parts.gate && rule->active()) {
            import.state = ImportState::Gathering;
            import.checkedSeq = import.checkedSeq.value_or(*seq - 1);  // who chooses before it is approved keeps that
        }
        if (Result<> done = store::ImportStore(transaction.database()).put(workspace, import); !done)
            return done.error();
        if (Result<> done = auditImport(transaction, import, context); !done)
            return done.error();
        if (beforeCommit) {
            if (Result<> done = beforeCommit(transaction.database(), import); !done)
                return done.error();
        }
        return import;
    });
}

Result<ImportDesk::Taken> ImportDesk::take(const store::ImportKey& key, const wire::ImportPart& part,
                                           const BeforeTaken& beforeCommit)
{
    return m_parts.writer.write<Taken>(key.workspace, [&](WorkspaceTransaction& transaction) -> Result<Taken> {
        Result<Import> import = found(transaction.database(), key);
        if (!import)
            return import.error();
        if (!takesRows(import->state))
            return overAlready(*import);
        if (part.from != import->received)
            return Error::conflict(QStringLiteral("This import has received %1 rows, so its next part begins there, "
                                                  "not at %2. Nothing was taken; go on at %1.")
                                       .arg(import->received)
                                       .arg(part.from));
        Result<Taken> taken = import->state == ImportState::Gathering
                                  ? gatherPart(transaction, m_parts.preferences, *import, part)
                                  : ImportPartRun(transaction, m_parts.preferences, *import, false).run(part.rows);
        if (!taken)
            return taken;
        import->received += qint64(part.rows.size());
        import->counts += taken->counts;
        if (Result<> done = store::ImportStore(transaction.database()).put(key.workspace, *import); !done)
            return done.error();
        taken->import = *std::move(import);
        if (beforeCommit) {
            if (Result<> done = beforeCommit(transaction.database(), *taken); !done)
                return done.error();
        }
        return taken;
    });
}

Result<Import> ImportDesk::end(const store::ImportKey& key, ImportState state, const EditContext& context)
{
    Result<Import> ended =
        m_parts.writer.write<Import>(key.workspace, [&](WorkspaceTransaction& transaction) -> Result<Import> {
            Result<Import> import = found(transaction.database(), key);
            if (!import)
                return import;
            const bool isOpen =
                takesRows(import->state) || (import->state == ImportState::Held && state == ImportState::Cancelled);
            return isOpen ? endWithin(transaction, *std::move(import), state, context) : import;
        });
    if (!ended || ended->state != ImportState::Applying || !m_parts.apply)
        return ended;
    const Result<> begun = m_parts.apply(key);
    return begun ? find(key) : Result<Import>(begun.error());
}

Result<Import> ImportDesk::endWithin(WorkspaceTransaction& transaction, Import import, ImportState state,
                                     const EditContext& context)
{
    const bool wasRunning = import.state == ImportState::Running;
    if (!wasRunning && state == ImportState::Done)
        return settle(transaction, std::move(import), context);
    import.state = state;
    import.finishedAt = transaction.now();
    if (!wasRunning) {
        const store::ImportKey key{transaction.workspace(), import.id};
        import.counts = {};
        if (Result<> gone = store::HeldRowStore(transaction.database()).removeAll(key); !gone)
            return gone.error();
        if (Result<> done = withdraw(transaction, import, context); !done)
            return done.error();
    }
    if (Result<> done = store::ImportStore(transaction.database()).put(transaction.workspace(), import); !done)
        return done.error();
    if (Result<> done = auditImport(transaction, import, context); !done)
        return done.error();
    return import;
}

Result<Import> ImportDesk::settle(WorkspaceTransaction& transaction, Import import, const EditContext& context)
{
    const WorkspaceId& workspace = transaction.workspace();
    const auto act = gathered(transaction, import);
    if (!act)
        return act.error();
    const auto asked = m_parts.gate->askImport(transaction, *act, context);
    if (!asked)
        return asked.error();
    if (*asked && (*asked)->act.value(QLatin1String("import")) != import.id) {
        const QString twin = (*asked)->act.value(QLatin1String("import")).toString();
        const Result<Import> dropped = endWithin(transaction, std::move(import), ImportState::Cancelled, context);
        return dropped ? found(transaction.database(), {workspace, twin}) : dropped;
    }
    import.state = *asked ? ImportState::Held : ImportState::Applying;
    if (!*asked) {
        import.counts = {};
        const Result<> noted = store::ApprovalStore(transaction.database())
                                   .noteBulk(workspace, context.actor, transaction.now(), act->people);
        if (!noted)
            return noted.error();
    }
    if (Result<> done = store::ImportStore(transaction.database()).put(workspace, import); !done)
        return done.error();
    const Result<> audited = *asked ? auditImport(transaction, import, context) : Result<>();
    return audited ? Result<Import>(import) : audited.error();
}

Result<std::optional<Approval>> ImportDesk::asked(const store::ImportKey& key)
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    auto approval = store::ApprovalStore(**database).ofImport(key.workspace, key.id);
    if (approval && *approval && (*approval)->state != ApprovalState::Waiting)
        return std::optional<Approval>();
    return approval;
}

Result<Import> ImportDesk::find(const store::ImportKey& key)
{
    const Result<store::Database*> database = m_parts.pool.connection();
    return database ? found(**database, key) : database.error();
}

Result<std::vector<Import>> ImportDesk::list(const WorkspaceId& workspace, const store::ImportStore::Position& after,
                                             int limit)
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    return store::ImportStore(**database).page(workspace, after, limit);
}

Result<std::optional<Import>> ImportDesk::ofChange(const WorkspaceId& workspace, qint64 seq)
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    return store::ImportStore(**database).ofChange(workspace, seq);
}

Result<std::vector<store::WaitingRow>> ImportDesk::waiting(const store::ImportKey& key, qint64 afterLine, int limit)
{
    const Result<Import> import = find(key);
    if (!import)
        return import.error();
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    return store::ImportStore(**database).waitingOf(key, afterLine, limit);
}

Result<std::vector<store::LeftRow>> ImportDesk::left(const store::ImportKey& key, qint64 afterLine, int limit)
{
    return m_parts.pool.read<std::vector<store::LeftRow>>(
        [&](store::Database& database) -> Result<std::vector<store::LeftRow>> {
            if (const Result<Import> import = found(database, key); !import)
                return import.error();
            return store::ImportStore(database).leftOf(key, afterLine, limit);
        });
}

}  // namespace refrain::service
