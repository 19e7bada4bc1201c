#include "store/backup.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

namespace refrain::store {

namespace {

// SQLite does not sync what VACUUM INTO wrote; a backup that a power cut empties is none.
bool syncToDisk(const QString& path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool synced = ::fsync(file) == 0;
    ::close(file);
    return synced;
}

bool settle(const QString& path)
{
    return QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner) && syncToDisk(path) &&
           syncToDisk(QFileInfo(path).absolutePath());
}

Error unwritten(const QString& file)
{
    return Error::unavailable(QStringLiteral("The file %1 could not be written. The database is unchanged.").arg(file));
}

}  // namespace

Result<> backup(Database& database, const QString& file)
{
    QFile target(file);
    // Made by us first, so that no moment leaves it readable by others; SQLite fills an empty file.
    if (!target.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        if (target.exists())
            return Error::invalid(
                QStringLiteral("The file %1 exists already and was left as it is. Name another one.").arg(file));
        return unwritten(file);
    }
    target.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    target.close();
    const Result<qint64> done = database.run("VACUUM INTO ?", {file});
    if (!done) {
        target.remove();
        return done.error();
    }
    if (!settle(file))
        return unwritten(file);
    return {};
}

Result<> restore(const QString& backupFile, const QString& databaseFile)
{
    if (!QFile::exists(backupFile))
        return Error::notFound(QStringLiteral("There is no backup %1. The database is unchanged.").arg(backupFile));
    const QString incoming = databaseFile + QStringLiteral(".restoring");
    QFile::remove(incoming);
    if (!QFile::copy(backupFile, incoming) || !settle(incoming))
        return unwritten(incoming);
    {
        // Opened as a copy: opening switches to WAL, and the backup itself stays as it is.
        const auto copy = Database::open({incoming});
        if (!copy)
            return copy.error();
        if (Result<> sound = checkIntegrity(**copy); !sound) {
            QFile::remove(incoming);
            return sound;
        }
    }
    const QString kept = databaseFile + QStringLiteral(".before-restore");
    for (const char* suffix : {"", "-wal", "-shm"}) {
        const QString name = databaseFile + QLatin1String(suffix);
        QFile::remove(kept + QLatin1String(suffix));
        if (QFile::exists(name) && !QFile::rename(name, kept + QLatin1String(suffix)))
            return unwritten(kept);
    }
    if (!QFile::rename(incoming, databaseFile) || !settle(databaseFile))
        return unwritten(databaseFile);
    return {};
}

Result<> checkIntegrity(Database& database)
{
    const auto text = [](const Row& row) { return row.text(0); };
    const auto found = database.all("PRAGMA integrity_check", {}, text);
    if (!found)
        return found.error();
    const Result<qint64> loose = database.number("SELECT count(*) FROM pragma_foreign_key_check");
    if (!loose)
        return loose.error();
    if (found->size() == 1 && found->front() == QLatin1String("ok") && *loose == 0)
        return {};
    return Error::corrupt(QStringLiteral("The database file is damaged. Nothing was changed in it. Restore it from a "
                                         "backup."),
                          found->empty() ? database.path() : found->front());
}

}  // namespace refrain::store
