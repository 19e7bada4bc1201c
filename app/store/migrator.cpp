#include "store/migrator.h"

#include "base/log.h"
#include "store/transaction.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace refrain::store {

namespace {

QStringList statements(const QString& script)
{
    static const QRegularExpression comment(QStringLiteral("--[^\\n]*"));
    static const QRegularExpression end(QStringLiteral(";[ \\t]*(\\n|$)"));
    QStringList found;
    const QStringList parts = QString(script).remove(comment).split(end, Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        if (const QString statement = part.trimmed(); !statement.isEmpty())
            found << statement;
    }
    return found;
}

}  // namespace

Result<std::vector<QString>> Migrator::files() const
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{4})_[a-z0-9_]+\\.sql$"));
    std::vector<QString> found;
    const QStringList names = QDir(m_folder).entryList(QDir::Files, QDir::Name);
    for (const QString& name : names) {
        const QRegularExpressionMatch match = shape.match(name);
        if (!match.hasMatch() || match.captured(1).toInt() != int(found.size()) + 1)
            return Error::internal(QStringLiteral("A migration is missing or misnamed."),
                                   m_folder + QLatin1Char('/') + name);
        found.push_back(m_folder + QLatin1Char('/') + name);
    }
    if (found.empty())
        return Error::internal(QStringLiteral("There are no migrations."), m_folder);
    return found;
}

Result<int> Migrator::newest() const
{
    const auto found = files();
    if (!found)
        return found.error();
    return int(found->size());
}

Result<int> Migrator::version(Database& database)
{
    const Result<qint64> found = database.number("PRAGMA user_version");
    if (!found)
        return found.error();
    return int(*found);
}

Result<int> Migrator::migrate(Database& database) const
{
    const Result<int> target = newest();
    if (!target)
        return target;
    return migrateTo(database, *target);
}

Result<int> Migrator::migrateTo(Database& database, int target) const
{
    const auto found = files();
    if (!found)
        return found.error();
    const Result<int> before = version(database);
    if (!before)
        return before;
    if (*before > int(found->size()))
        return Error::invalid(
            QStringLiteral("The database was written by a newer Refrain (schema %1; this one knows %2). "
                           "It was left as it is. Install the newer version again.")
                .arg(*before)
                .arg(found->size()),
            database.path());
    for (int next = *before + 1; next <= target; ++next) {
        if (Result<> done = step(database, found->at(std::size_t(next - 1)), next); !done)
            return done.error();
    }
    return before;
}

Result<> Migrator::step(Database& database, const QString& file, int version) const
{
    QFile script(file);
    if (!script.open(QIODevice::ReadOnly))
        return Error::internal(QStringLiteral("A migration cannot be read."), file);
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    // Another program may have taken this step while we waited for the lock.
    const Result<int> current = Migrator::version(database);
    if (!current)
        return current.error();
    if (*current >= version)
        return {};
    const QStringList steps = statements(QString::fromUtf8(script.readAll()));
    for (const QString& statement : steps) {
        if (Result<> done = database.execute(statement); !done)
            return done;
    }
    if (Result<> done = database.execute(QStringLiteral("PRAGMA user_version = %1").arg(version)); !done)
        return done;
    qCInfo(log::store) << "database brought to schema" << version << database.path();
    return transaction->commit();
}

}  // namespace refrain::store
