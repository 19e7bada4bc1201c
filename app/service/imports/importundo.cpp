#include "service/imports/importundo.h"

#include "base/log.h"
#include "domain/undo.h"
#include "service/imports/gatheredimport.h"
#include "service/usecases/recordjson.h"
#include "store/preferencestore.h"
#include "wire/preference.h"

#include <algorithm>
#include <limits>

namespace refrain::service {
namespace {

constexpr int changesAtOnce = 2'000;

Result<Preference> preferenceIn(const QByteArray& text, const store::ChangeRecord& record)
{
    const QJsonObject object = fromText(text);
    Preference never;
    never.subject = record.subject;
    never.category = record.category;
    if (object.isEmpty())
        return never;
    const auto view = wire::preferenceFromJson(object);
    return view ? Result<Preference>(view->preference) : Result<Preference>(view.error());
}

/// Works out the compensating requests for some changes of one import, inside one transaction.
class Compensation {
public:
    Compensation(WorkspaceTransaction& transaction, const Import& import, store::ImportUndo undo)
        : m_transaction(transaction), m_import(import), m_undo(std::move(undo))
    {
    }

    /// Reads what stands now, for all of them at once.
    [[nodiscard]] Result<> lookAhead(const std::vector<store::ChangeRecord>& records);
    /// REQUIRES: one of those.
    [[nodiscard]] Result<> add(const store::ChangeRecord& record);
    [[nodiscard]] const std::vector<ChangeRequest>& requests() const { return m_requests; }
    /// Changes that stay, because somebody chose anew since or nothing is to be turned back.
    [[nodiscard]] qint64 kept() const { return m_kept; }

private:
    [[nodiscard]] Result<bool> isOurs(qint64 seq) const;
    /// What stood before the import's first word on it, where it spoke several times in a row.
    [[nodiscard]] Result<Preference> before(const store::ChangeRecord& record) const;
    /// Whether the next word after the record was the import's as well: then that one is turned back.
    [[nodiscard]] Result<bool> isFollowedByOurs(const store::ChangeRecord& record) const;

    WorkspaceTransaction& m_transaction;
    const Import& m_import;
    store::ImportUndo m_undo;
    std::vector<ChangeRequest> m_requests;
    QHash<QPair<SubjectId, CategorySlug>, Preference> m_current;
    qint64 m_firstSeq = 0;  // of the import
    qint64 m_kept = 0;
};

Result<> Compensation::lookAhead(const std::vector<store::ChangeRecord>& records)
{
    const Result<qint64> first =
        m_transaction.database().number("SELECT min(first_seq) FROM import_parts WHERE workspace = ? AND import = ?",
                                        {m_transaction.workspace(), m_import.id});
    if (!first)
        return first.error();
    m_firstSeq = *first;
    QHash<CategorySlug, std::vector<SubjectId>> asked;
    for (const store::ChangeRecord& record : records)
        asked[record.category].push_back(record.subject);
    store::PreferenceStore stored(m_transaction.database());
    for (auto category = asked.cbegin(); category != asked.cend(); ++category) {
        const Result<> done =
            stored.findAll(m_transaction.workspace(), category.key(), *category, [this](Preference current) {
                const QPair key(current.subject, current.category);
                m_current.insert(key, std::move(current));
            });
        if (!done)
            return done;
    }
    return {};
}

Result<bool> Compensation::isOurs(qint64 seq) const
{
    if (seq < m_firstSeq)
        return false;
    const auto maker = store::ImportStore(m_transaction.database()).ofChange(m_transaction.workspace(), seq);
    if (!maker)
        return maker.error();
    return *maker && (*maker)->id == m_import.id;
}

Result<Preference> Compensation::before(const store::ChangeRecord& record) const
{
    Result<Preference> found = preferenceIn(record.before, record);
    while (found && found->version > 0) {
        const Result<bool> ours = isOurs(found->version);
        if (!ours)
            return ours.error();
        if (!*ours)
            return found;
        const auto earlier = store::ChangeStore(m_transaction.database())
                                 .preferencesBetween(m_transaction.workspace(), found->version, found->version, 1);
        if (!earlier)
            return earlier.error();
        if (earlier->empty())
            return found;
        found = preferenceIn(earlier->front().before, record);
    }
    return found;
}

Result<bool> Compensation::isFollowedByOurs(const store::ChangeRecord& record) const
{
    const Result<qint64> next = m_transaction.database().number(
        "SELECT min(seq) FROM changes INDEXED BY changes_by_subject WHERE workspace = ? AND subject = ? AND category = "
        "?"
        " AND seq > ?",
        {m_transaction.workspace(), record.subject, record.category, record.seq});
    return next ? isOurs(*next) : Result<bool>(next.error());
}

Result<> Compensation::add(const store::ChangeRecord& record)
{
    const auto current = m_current.constFind({record.subject, record.category});
    if (current == m_current.constEnd() || current->version != record.seq) {
        const Result<bool> ours = isFollowedByOurs(record);
        if (!ours)
            return ours.error();
        m_kept += *ours ? 0 : 1;
        return {};
    }
    const Result<Preference> was = before(record);
    if (!was)
        return was.error();
    std::optional<ChangeRequest> request = undoOf(*was, *current, m_undo.source, m_undo.actor, m_transaction.now());
    if (!request) {
        ++m_kept;
        return {};
    }
    request->undoesImport = true;
    request->reason = QStringLiteral("The import “%1” was undone.").arg(m_import.name);
    request->context = {{QStringLiteral("import"), m_import.id}, {QStringLiteral("undo"), true}};
    m_requests.push_back(*std::move(request));
    return {};
}

}  // namespace

Result<Import> ImportUndo::begin(const store::ImportKey& key, const EditContext& context)
{
    Result<Import> begun =
        m_parts.writer.write<Import>(key.workspace, [&](WorkspaceTransaction& transaction) -> Result<Import> {
            const auto found = store::ImportStore(transaction.database()).find(key);
            if (!found)
                return found.error();
            const bool mayNeedAsking = m_parts.gate && *found && isUndoable((*found)->state);
            const auto act = mayNeedAsking ? turnedBack(transaction, **found) : ApprovalGate::ImportAct();
            const auto asked = mayNeedAsking && act ? m_parts.gate->askImport(transaction, *act, context)
                                                    : ApprovalGate::Asked(std::optional<Approval>());
            if (!act || !asked)
                return !act ? act.error() : asked.error();
            return *asked ? Result<Import>(**found) : beginWithin(transaction, key, context);
        });
    if (begun && begun->state == ImportState::Undoing)
        start(key);
    return begun;
}

Result<Import> ImportUndo::beginWithin(WorkspaceTransaction& transaction, const store::ImportKey& key,
                                       const EditContext& context)
{
    store::ImportStore imports(transaction.database());
    const auto found = imports.find(key);
    if (!found)
        return found.error();
    if (!*found)
        return Error::notFound(QStringLiteral("There is no such import."));
    Import import = **found;
    if (import.state == ImportState::Undoing || import.state == ImportState::Undone)
        return import;
    if (!isUndoable(import.state))
        return Error::conflict(
            QStringLiteral("Nothing of this import is in force, or not all of it yet, so there is "
                           "nothing to undo. Cancel it instead, or wait until it is done."));
    const Result<qint64> forgotten = imports.removeWaitingOf(key);
    if (!forgotten)
        return forgotten.error();
    import.state = ImportState::Undoing;
    import.counts.waiting = 0;
    import.finishedAt = import.finishedAt.value_or(transaction.now());
    if (Result<> done = imports.put(key.workspace, import); !done)
        return done.error();
    if (Result<> done = imports.putUndo(key, {std::numeric_limits<qint64>::max(), context.source, context.actor});
        !done)
        return done.error();
    if (Result<> done = auditImport(transaction, import, context); !done)
        return done.error();
    return import;
}

Result<> ImportUndo::resumeAll()
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    const auto keys = store::ImportStore(**database).inState(ImportState::Undoing);
    if (!keys)
        return keys.error();
    for (const store::ImportKey& key : *keys)
        m_portions.start(key);
    return {};
}

Result<bool> ImportUndo::step(const store::ImportKey& key)
{
    return m_parts.writer.write<bool>(key.workspace, [&](WorkspaceTransaction& transaction) -> Result<bool> {
        store::ImportStore imports(transaction.database());
        auto import = imports.find(key);
        auto undo = imports.undo(key);
        if (!import || !undo)
            return !import ? import.error() : undo.error();
        if (!*import || !*undo || (*import)->state != ImportState::Undoing)
            return false;
        const auto part = imports.lastPart(key, (*undo)->before);
        if (!part)
            return part.error();
        if (!*part) {
            const Result<> done = finish(transaction, key, **import);
            return done ? Result<bool>(false) : Result<bool>(done.error());
        }
        const Result<qint64> lowest = turnBack(transaction, **import, **undo, **part);
        if (!lowest)
            return lowest.error();
        (*undo)->before = *lowest;
        if (Result<> done = imports.put(key.workspace, **import); !done)
            return done.error();
        const Result<> noted = imports.putUndo(key, **undo);
        return noted ? Result<bool>(true) : Result<bool>(noted.error());
    });
}

Result<qint64> ImportUndo::turnBack(WorkspaceTransaction& transaction, Import& import, const store::ImportUndo& undo,
                                    const store::ImportPart& part)
{
    const auto records = store::ChangeStore(transaction.database())
                             .preferencesBetween(transaction.workspace(), part.firstSeq, part.lastSeq, changesAtOnce);
    if (!records)
        return records.error();
    Compensation compensation(transaction, import, undo);
    if (Result<> done = compensation.lookAhead(*records); !done)
        return done.error();
    for (const store::ChangeRecord& record : *records) {
        if (Result<> done = compensation.add(record); !done)
            return done.error();
    }
    // Whoever was told of the one is told of the other.
    const auto batch =
        m_parts.preferences.applyWithin(transaction, compensation.requests(), BatchMode::Each, false, import.tell);
    if (!batch)
        return batch.error();
    const auto changed = std::count_if(batch->items.begin(), batch->items.end(), [](const ChangeOutcome& outcome) {
        return outcome.kind == ChangeOutcome::Kind::Changed;
    });
    import.undone += changed;
    import.kept += compensation.kept() + qint64(batch->items.size()) - changed;
    return records->size() < std::size_t(changesAtOnce) ? part.firstSeq : records->back().seq;
}

Result<> ImportUndo::finish(WorkspaceTransaction& transaction, const store::ImportKey& key, Import import)
{
    store::ImportStore imports(transaction.database());
    const auto undo = imports.undo(key);
    if (!undo)
        return undo.error();
    import.state = ImportState::Undone;
    if (Result<> done = imports.put(key.workspace, import); !done)
        return done;
    EditContext context;
    if (*undo) {
        context.source = (*undo)->source;
        context.actor = (*undo)->actor;
    }
    return auditImport(transaction, import, context);
}

}  // namespace refrain::service
