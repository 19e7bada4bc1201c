#include "console/audit/logpins.h"

#include "store/transaction.h"

#include <QCryptographicHash>

namespace refrain::console {

namespace {

Result<> plain(const Result<qint64>& done)
{
    return done ? Result<>() : done.error();
}

SeenCheckpoint seenOf(const store::Row& row)
{
    return {row.text(0), row.integer(1), row.bytes(2), row.bytes(3), row.integer(4)};
}

}  // namespace

Result<> LogPins::pin(const QString& vkey, const Checkpoint& checkpoint, const QByteArray& note, Millis seenAt)
{
    return plain(
        m_database.run("INSERT OR IGNORE INTO pins (account, vkey, size, root, note, seen_at) "
                       "VALUES (?, ?, ?, ?, ?, ?)",
                       {m_account, vkey, checkpoint.size, checkpoint.root, note, seenAt}));
}

Result<std::optional<SeenCheckpoint>> LogPins::largest(const QString& vkey)
{
    return m_database.first(
        "SELECT vkey, size, root, note, seen_at FROM pins WHERE account = ? AND vkey = ? ORDER BY size DESC LIMIT 1",
        {m_account, vkey}, seenOf);
}

Result<std::vector<SeenCheckpoint>> LogPins::all()
{
    return m_database.all(
        "SELECT vkey, size, root, note, seen_at FROM pins WHERE account = ? ORDER BY seen_at DESC LIMIT 100",
        {m_account}, seenOf);
}

Result<QString> LogPins::key()
{
    const auto found = m_database.first("SELECT vkey FROM trusted_keys WHERE account = ? AND retired_at IS NULL",
                                        {m_account}, [](const store::Row& row) { return row.text(0); });
    if (!found)
        return found.error();
    return found->value_or(QString());
}

Result<> LogPins::trust(const QString& vkey, Millis at)
{
    auto transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const auto retired =
        m_database.run("UPDATE trusted_keys SET retired_at = ? WHERE account = ? AND retired_at IS NULL AND vkey <> ?",
                       {at, m_account, vkey});
    if (!retired)
        return retired.error();
    const auto entered = m_database.run(
        "INSERT INTO trusted_keys (account, vkey, trusted_at) VALUES (?, ?, ?) "
        "ON CONFLICT (account, vkey) DO UPDATE SET trusted_at = excluded.trusted_at, retired_at = NULL",
        {m_account, vkey, at});
    if (!entered)
        return entered.error();
    return transaction->commit();
}

Result<std::vector<TrustedKey>> LogPins::keys()
{
    return m_database.all("SELECT vkey, trusted_at, retired_at FROM trusted_keys WHERE account = ? ORDER BY trusted_at",
                          {m_account}, [](const store::Row& row) {
                              return TrustedKey{row.text(0), row.integer(1), row.maybeInteger(2)};
                          });
}

QString keyFingerprint(const QString& vkey)
{
    const QByteArray key = QByteArray::fromBase64(vkey.section(QLatin1Char('+'), 2).toLatin1());
    if (key.isEmpty())
        return {};
    const QByteArray hex = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex();
    QStringList groups;
    for (qsizetype i = 0; i < hex.size(); i += 8)
        groups << QString::fromLatin1(hex.mid(i, 8));
    return groups.join(QLatin1Char(' '));
}

}  // namespace refrain::console
