#include "store/approvalstore.h"

#include <QJsonDocument>

namespace refrain::store {

namespace {

constexpr SqlPiece selectApprovals(
    "SELECT id, kind, state, source, actor_kind, actor_id, actor_name, keeper, reason, requested_at, expires_at,"
    " decided_kind, decided_id, decided_name, decided_at, decision, category, size, overridden, digest, act,"
    " notification, done, changed FROM approvals");

/// The preference `p` of an item `i` is what is wished. A wish that makes an opt-out the person's own asks for that
/// too; one of a snooze's end is never met by chance.
constexpr SqlPiece isThere(
    "(p.version IS NOT NULL AND json_extract(i.wish, '$.state') = p.state"
    " AND (json_type(i.wish, '$.snoozedUntil') IS NULL OR (json_type(i.wish, '$.snoozedUntil') = 'null'"
    " AND p.snoozed_until IS NULL))"
    " AND (coalesce(json_extract(i.wish, '$.requestedBy'), 'staff') = 'staff' OR p.state_own = 1))");

constexpr SqlPiece selectItems(
    " FROM approval_items AS i LEFT JOIN preferences AS p"
    " ON p.workspace = i.workspace AND p.subject = i.subject AND p.category = i.category"
    " WHERE i.workspace = ? AND i.approval = ?");

Approval read(const Row& row)
{
    Approval approval;
    approval.id = row.text(0);
    approval.kind = approvalKindFromString(row.text(1)).value_or(ApprovalKind::ManyChanges);
    approval.state = approvalStateFromString(row.text(2)).value_or(ApprovalState::Outdated);
    approval.source = sourceFromString(row.text(3)).value_or(Source::Api);
    approval.requester = {actorKindFromString(row.text(4)).value_or(ActorKind::System), row.text(5), row.text(6)};
    approval.keeper = row.text(7);
    approval.reason = row.text(8);
    approval.requestedAt = row.integer(9);
    approval.expiresAt = row.integer(10);
    if (!row.isNull(11))
        approval.decider =
            Actor{actorKindFromString(row.text(11)).value_or(ActorKind::System), row.text(12), row.text(13)};
    approval.decidedAt = row.maybeInteger(14);
    approval.decision = row.text(15);
    approval.category = row.id<CategorySlug>(16);
    approval.size = row.integer(17);
    approval.overridden = row.integer(18);
    approval.digest = row.text(19);
    approval.act = QJsonDocument::fromJson(row.text(20).toUtf8()).object();
    approval.notification = row.text(21);
    approval.done = row.integer(22);
    approval.changed = row.integer(23);
    return approval;
}

ApprovalKey readKey(const Row& row)
{
    return {row.id<WorkspaceId>(0), row.text(1)};
}

QString ownerOf(const Actor& actor)
{
    return toString(actor.kind) + QLatin1Char(' ') + actor.id;
}

Result<> done(const Result<qint64>& result)
{
    return result ? Result<>() : Result<>(result.error());
}

}  // namespace

Result<> ApprovalStore::add(const WorkspaceId& workspace, const Approval& approval, const QString& fingerprint)
{
    const Result<> added = done(m_database.run(
        "INSERT INTO approvals (workspace, id, kind, state, source, actor_kind, actor_id, actor_name, keeper, reason,"
        " requested_at, expires_at, decided_id, decided_name, decision, category, size, overridden, digest, act,"
        " notification, done, changed, fingerprint)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '', ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {workspace,
         approval.id,
         toString(approval.kind),
         toString(approval.state),
         toString(approval.source),
         toString(approval.requester.kind),
         approval.requester.id,
         approval.requester.name,
         approval.keeper,
         approval.reason,
         approval.requestedAt,
         approval.expiresAt,
         approval.category,
         approval.size,
         approval.overridden,
         approval.digest,
         Value::utf8(QJsonDocument(approval.act).toJson(QJsonDocument::Compact)),
         approval.notification,
         approval.done,
         approval.changed,
         fingerprint}));
    return added;
}

Result<> ApprovalStore::update(const WorkspaceId& workspace, const Approval& approval)
{
    const Actor decider = approval.decider.value_or(Actor());
    return done(m_database.run(
        "UPDATE approvals SET state = ?, decided_kind = ?, decided_id = ?, decided_name = ?, decided_at = ?,"
        " decision = ?, digest = ?, done = ?, changed = ? WHERE workspace = ? AND id = ?",
        {toString(approval.state), approval.decider ? std::optional(toString(decider.kind)) : std::nullopt, decider.id,
         decider.name, approval.decidedAt, approval.decision, approval.digest, approval.done, approval.changed,
         workspace, approval.id}));
}

Result<std::optional<Approval>> ApprovalStore::find(const ApprovalKey& key)
{
    return m_database.first(joinedSql<selectApprovals, " WHERE workspace = ? AND id = ?">, {key.workspace, key.id},
                            read);
}

Result<std::optional<Approval>> ApprovalStore::waitingFor(const WorkspaceId& workspace, const QString& notification)
{
    return m_database.first(
        joinedSql<selectApprovals,
                  " WHERE workspace = ? AND notification = ? AND notification <> '' AND state = 'waiting'">,
        {workspace, notification}, read);
}

Result<std::optional<Approval>> ApprovalStore::twin(const WorkspaceId& workspace, const Actor& requester,
                                                    const QString& fingerprint)
{
    return m_database.first(joinedSql<selectApprovals,
                                      " WHERE state = 'waiting' AND workspace = ? AND actor_kind = ? AND actor_id = ?"
                                      " AND fingerprint = ?">,
                            {workspace, toString(requester.kind), requester.id, fingerprint}, read);
}

Result<std::optional<Approval>> ApprovalStore::ofImport(const WorkspaceId& workspace, const QString& import)
{
    return m_database.first(joinedSql<selectApprovals,
                                      " WHERE workspace = ? AND kind = 'import' AND json_extract(act, '$.import') = ?"
                                      " ORDER BY state = 'waiting' DESC, requested_at DESC, id DESC LIMIT 1">,
                            {workspace, import}, read);
}

Result<std::vector<Approval>> ApprovalStore::page(const WorkspaceId& workspace, const Filter& filter,
                                                  const Position& after, int limit)
{
    const QString state = filter.state ? toString(*filter.state) : QString();
    return m_database.all(joinedSql<selectApprovals,
                                    " WHERE workspace = ? AND (? = '' OR state = ?)"
                                    " AND (? = 0 OR (requested_at, id) < (?, ?))"
                                    " ORDER BY requested_at DESC, id DESC LIMIT ?">,
                          {workspace, state, state, after.requestedAt, after.requestedAt, after.id, limit}, read);
}

Result<qint64> ApprovalStore::count(const WorkspaceId& workspace, ApprovalState state)
{
    return m_database.number("SELECT count(*) FROM approvals WHERE workspace = ? AND state = ?",
                             {workspace, toString(state)});
}

Result<std::vector<ApprovalKey>> ApprovalStore::inState(ApprovalState state)
{
    return m_database.all("SELECT workspace, id FROM approvals WHERE state = ?", {toString(state)}, readKey);
}

Result<std::vector<ApprovalKey>> ApprovalStore::due(Millis now)
{
    return m_database.all("SELECT workspace, id FROM approvals WHERE state = 'waiting' AND expires_at <= ?", {now},
                          readKey);
}

Result<> ApprovalStore::addItem(const ApprovalKey& key, const ApprovalItem& item)
{
    return done(m_database.run(
        "INSERT INTO approval_items (workspace, approval, position, subject, category, wish, if_match)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        {key.workspace, key.id, item.position, item.subject, item.category, Value::utf8(item.wish), item.ifMatch}));
}

Result<std::vector<ApprovalItem>> ApprovalStore::items(const ApprovalKey& key, qint64 after, int limit)
{
    return m_database.all(joinedSql<SqlPiece("SELECT i.position, i.subject, i.category, i.wish, i.if_match, "), isThere,
                                    selectItems, SqlPiece(" AND i.position > ? ORDER BY i.position LIMIT ?")>,
                          {key.workspace, key.id, after, limit}, [](const Row& row) {
                              return ApprovalItem{row.integer(0),       row.id<SubjectId>(1), row.id<CategorySlug>(2),
                                                  row.text(3).toUtf8(), row.integer(4),       row.integer(5) == 1};
                          });
}

Result<MovedItems> ApprovalStore::moved(const ApprovalKey& key)
{
    const auto found = m_database.first(
        joinedSql<SqlPiece("SELECT count(*), coalesce(max(p.version), 0), coalesce(sum(p.version), 0)"), selectItems,
                  SqlPiece(" AND p.version <> i.if_match AND NOT "), isThere>,
        {key.workspace, key.id}, [](const Row& row) {
            return MovedItems{row.integer(0), row.integer(1), row.integer(2)};
        });
    return found ? Result<MovedItems>(found->value_or(MovedItems())) : found.error();
}

Result<> ApprovalStore::noteBulk(const WorkspaceId& workspace, const Actor& actor, Millis at, qint64 changes)
{
    return done(m_database.run("INSERT INTO bulk_acts (workspace, owner, at, changes) VALUES (?, ?, ?, ?)",
                               {workspace, ownerOf(actor), at, changes}));
}

Result<qint64> ApprovalStore::bulkSince(const WorkspaceId& workspace, const Actor& actor, Millis since)
{
    return m_database.number("SELECT sum(changes) FROM bulk_acts WHERE workspace = ? AND owner = ? AND at > ?",
                             {workspace, ownerOf(actor), since});
}

Result<> ApprovalStore::forgetBulkBefore(Millis at)
{
    return done(m_database.run("DELETE FROM bulk_acts WHERE at < ?", {at}));
}

Result<qint64> forgetInApprovals(Database& database, const WorkspaceId& workspace, const SubjectId& subject)
{
    const Result<qint64> listed =
        database.run("DELETE FROM approval_items WHERE workspace = ? AND subject = ?", {workspace, subject});
    const Result<qint64> asked = database.run(
        "UPDATE approvals SET actor_name = '', reason = '' WHERE workspace = ? AND actor_id = ? AND actor_name <> ''",
        {workspace, subject});
    const Result<qint64> decided = database.run(
        "UPDATE approvals SET decided_name = '' WHERE workspace = ? AND decided_id = ? AND decided_name <> ''",
        {workspace, subject});
    if (!listed || !asked || !decided)
        return !listed ? listed.error() : !asked ? asked.error() : decided.error();
    return *listed + *asked + *decided;
}

}  // namespace refrain::store
