#include "store/backup.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

namespace refrain::store {

namespace {

constexpr const char* suffixes[] = {"", "-wal", "-shm"};

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

Error noBackup(const QString& file)
{
    return Error::invalid(QStringLiteral("The file %1 is no backup of refraind. The database is unchanged.").arg(file));
}

/// The copy that is to take the database's place; gone again where it does not come to that.
struct Incoming {
    explicit Incoming(QString file) : path(std::move(file)) { remove(); }
    ~Incoming() { remove(); }
    Q_DISABLE_COPY_MOVE(Incoming)

    const QString path;

private:
    void remove() const
    {
        for (const char* suffix : suffixes)
            QFile::remove(path + QLatin1String(suffix));
    }
};

/// Moves a database with what SQLite keeps beside it.
bool moveAll(const QString& from, const QString& to)
{
    for (const char* suffix : suffixes) {
        const QString name = from + QLatin1String(suffix);
        QFile::remove(to + QLatin1String(suffix));
        if (QFile::exists(name) && !QFile::rename(name, to + QLatin1String(suffix)))
            return false;
    }
    return true;
}

Result<> replace(const QString& databaseFile, const QString& incoming)
{
    const QString kept = databaseFile + QStringLiteral(".before-restore");
    if (!moveAll(databaseFile, kept))
        return unwritten(kept);
    if (!QFile::rename(incoming, databaseFile) || !settle(databaseFile)) {
        moveAll(kept, databaseFile);
        return unwritten(databaseFile);
    }
    return {};
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

Result<> restore(const QString& backupFile, const QString& databaseFile, const Preparation& prepare)
{
    const QFileInfo backup(backupFile);
    if (!backup.isFile())
        return Error::notFound(QStringLiteral("There is no backup %1. The database is unchanged.").arg(backupFile));
    if (backup.canonicalFilePath() == QFileInfo(databaseFile).canonicalFilePath())
        return Error::invalid(QStringLiteral("%1 is the database itself. It was left as it is.").arg(backupFile));
    const Incoming incoming(databaseFile + QStringLiteral(".restoring"));
    if (!QFile::copy(backupFile, incoming.path) || !settle(incoming.path))
        return unwritten(incoming.path);
    {
        // Opened as a copy: opening switches to WAL, and the backup itself stays as it is.
        const auto copy = Database::open({incoming.path});
        if (!copy)
            return copy.error().is(ErrorCode::Corrupt) ? noBackup(backupFile) : copy.error();
        if (Result<> sound = checkIntegrity(**copy); !sound)
            return Error::corrupt(
                QStringLiteral("The backup %1 is damaged. The database is unchanged.").arg(backupFile),
                sound.error().context());
        if (Result<> ready = prepare ? prepare(**copy) : Result<>(); !ready)
            return ready;
    }
    return replace(databaseFile, incoming.path);
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
