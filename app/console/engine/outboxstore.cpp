#include "console/engine/outboxstore.h"

#include "store/migrator.h"
#include "store/transaction.h"

#include <utility>

namespace refrain::console {

using store::Row;

namespace {

enum SnoozeWish : int { Keep, End, Until };

constexpr int wishOf(const Wish& wish)
{
    return !wish.snoozedUntil ? Keep : (*wish.snoozedUntil ? Until : End);
}

OutboxRow outboxRowOf(const Row& row)
{
    OutboxRow out;
    LocalChange& change = out.change;
    change.id = row.id<LocalChangeId>(0);
    change.order.subject = row.id<SubjectId>(1);
    change.subjectName = row.text(2);
    change.order.category = row.id<CategorySlug>(3);
    change.categoryTitle = row.text(4);
    if (const auto state = row.maybeInteger(5))
        change.order.wish.state = static_cast<PreferenceState>(*state);
    if (row.integer(6) == End)
        change.order.wish.snoozedUntil = std::optional<Millis>();
    else if (row.integer(6) == Until)
        change.order.wish.snoozedUntil = std::optional<Millis>(row.integer(7));
    change.before = {static_cast<PreferenceState>(row.integer(8)), row.maybeInteger(9), row.integer(10)};
    change.after = change.order.wish.appliedTo(change.before);
    change.order.requestedBy = static_cast<RequestedBy>(row.integer(11));
    change.order.reason = row.text(12);
    change.order.ticket = row.text(13);
    change.madeAt = row.integer(14);
    change.undoes = row.id<LocalChangeId>(15);
    out.follows = row.id<LocalChangeId>(16);
    change.stage = static_cast<ChangeStage>(row.integer(17));
    out.ifMatch = row.maybeInteger(18);
    change.attempts = static_cast<int>(row.integer(19));
    change.sentence = row.text(20);
    change.historyLine = row.text(21);
    change.kept = true;
    return out;
}

Result<> plain(const Result<qint64>& done)
{
    return done ? Result<>() : done.error();
}

}  // namespace

OutboxStore::OutboxStore(std::unique_ptr<store::Database> database, QString account)
    : m_database(std::move(database)), m_account(std::move(account))
{
}

Result<std::unique_ptr<OutboxStore>> OutboxStore::open(const QString& path, const QString& account)
{
    auto database = store::Database::open({path, store::Durability::PowerLoss});
    if (!database)
        return database.error();
    if (const auto done = store::Migrator(QStringLiteral(":/migrations/outbox")).migrate(**database); !done)
        return done.error();
    return std::unique_ptr<OutboxStore>(new OutboxStore(std::move(database).value(), account));
}

Result<> OutboxStore::add(const OutboxRow& row)
{
    const LocalChange& change = row.change;
    const store::Value state =
        change.order.wish.state ? store::Value(static_cast<int>(*change.order.wish.state)) : store::Value(std::nullopt);
    const std::optional<Millis> end = change.order.wish.snoozedUntil.value_or(std::nullopt);
    return plain(m_database->run(
        "INSERT INTO changes (id, account, subject, subject_name, category, category_title, wish_state, wish_snooze, "
        "wish_snoozed_until, before_state, before_snoozed_until, before_version, requested_by, reason, ticket, "
        "made_at, "
        "undoes, follows, stage, if_match) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {change.id,
         m_account,
         change.order.subject,
         change.subjectName,
         change.order.category,
         change.categoryTitle,
         state,
         wishOf(change.order.wish),
         end,
         static_cast<int>(change.before.state),
         change.before.snoozedUntil,
         change.before.version,
         static_cast<int>(change.order.requestedBy),
         change.order.reason,
         change.order.ticket,
         change.madeAt,
         change.undoes,
         row.follows,
         static_cast<int>(change.stage),
         row.ifMatch}));
}

Result<std::vector<OutboxRow>> OutboxStore::all()
{
    return m_database->all(
        "SELECT id, subject, subject_name, category, category_title, wish_state, wish_snooze, wish_snoozed_until, "
        "before_state, before_snoozed_until, before_version, requested_by, reason, ticket, made_at, undoes, follows, "
        "stage, if_match, attempts, sentence, history_line FROM changes WHERE account = ? ORDER BY position",
        {m_account}, outboxRowOf);
}

Result<std::optional<OutboxRow>> OutboxStore::find(const LocalChangeId& id)
{
    return m_database->first(
        "SELECT id, subject, subject_name, category, category_title, wish_state, wish_snooze, wish_snoozed_until, "
        "before_state, before_snoozed_until, before_version, requested_by, reason, ticket, made_at, undoes, follows, "
        "stage, if_match, attempts, sentence, history_line FROM changes WHERE account = ? AND id = ?",
        {m_account, id}, outboxRowOf);
}

Result<> OutboxStore::beginSend(const LocalChangeId& id, qint64 ifMatch)
{
    return plain(
        m_database->run("UPDATE changes SET if_match = ?, attempts = attempts + 1 WHERE account = ? AND id = ?",
                        {ifMatch, m_account, id}));
}

Result<> OutboxStore::setStage(const LocalChangeId& id, ChangeStage stage, const QString& sentence,
                               const QString& historyLine)
{
    return plain(
        m_database->run("UPDATE changes SET stage = ?, sentence = ?, history_line = ? WHERE account = ? AND id = ?",
                        {static_cast<int>(stage), sentence, historyLine, m_account, id}));
}

Result<> OutboxStore::remove(const LocalChangeId& id)
{
    return plain(m_database->run("DELETE FROM changes WHERE account = ? AND id = ?", {m_account, id}));
}

Result<> OutboxStore::confirm(const LocalChangeId& id, qint64 version)
{
    auto transaction = store::Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const auto followers = m_database->run(
        "UPDATE changes SET if_match = ?, follows = '' WHERE account = ? AND follows = ?", {version, m_account, id});
    if (!followers)
        return followers.error();
    if (Result<> done = remove(id); !done)
        return done;
    return transaction->commit();
}

Result<std::vector<LocalChangeId>> OutboxStore::refuseFollowers(const LocalChangeId& id, const QString& sentence)
{
    auto transaction = store::Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const auto ids = m_database->all(
        "WITH RECURSIVE chain (id) AS (SELECT id FROM changes WHERE account = ?1 AND follows = ?2 "
        "UNION SELECT changes.id FROM changes JOIN chain ON changes.follows = chain.id AND changes.account = ?1) "
        "SELECT id FROM chain",
        {m_account, id}, [](const Row& row) { return row.id<LocalChangeId>(0); });
    if (!ids)
        return ids.error();
    for (const LocalChangeId& follower : *ids) {
        if (Result<> done = setStage(follower, ChangeStage::Refused, sentence, {}); !done)
            return done.error();
    }
    if (Result<> done = transaction->commit(); !done)
        return done.error();
    return *ids;
}

}  // namespace refrain::console
