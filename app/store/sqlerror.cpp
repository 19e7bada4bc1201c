#include "store/sqlerror.h"

namespace refrain::store {

namespace {

// Primary result codes of SQLite (https://www.sqlite.org/rescode.html).
enum Code {
    Perm = 3,
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoErr = 10,
    CorruptFile = 11,
    Full = 13,
    CantOpen = 14,
    Constraint = 19,
    Auth = 23,
    NotADatabase = 26
};

}  // namespace

Error toError(const QSqlError& error, const QString& path)
{
    const QString context = QStringLiteral("%1: SQLite %2 %3 %4")
                                .arg(path, error.nativeErrorCode(), error.driverText(), error.databaseText())
                                .simplified();
    switch (error.nativeErrorCode().toInt() & 0xff) {
        case Full:
            return Error::unavailable(QStringLiteral("The disk is full, so this was not saved; everything saved before "
                                                     "is kept. Free some space and try again."),
                                      context);
        case ReadOnly:
        case Perm:
        case Auth:
            return Error::unavailable(QStringLiteral("The database may only be read, so this was not saved. Give its "
                                                     "owner the right to write to the file and its folder."),
                                      context);
        case CantOpen:
            return Error::unavailable(QStringLiteral("The database file cannot be opened or created. Check that its "
                                                     "folder exists and may be written to."),
                                      context);
        case Busy:
        case Locked:
            return Error::unavailable(QStringLiteral("Another program holds the database, so this was not saved. Close "
                                                     "it or try again in a moment."),
                                      context);
        case IoErr:
            return Error::unavailable(QStringLiteral("The disk failed or is full, so this was not saved; everything "
                                                     "saved before is kept. Check the disk and try again."),
                                      context);
        case CorruptFile:
        case NotADatabase:
            return Error::corrupt(QStringLiteral("The database file is damaged or is no database. Nothing was changed "
                                                 "in it. Restore it from a backup."),
                                  context);
        case Constraint:
            return Error::conflict(QStringLiteral("This contradicts what is already stored, so it was not saved."),
                                   context);
        default: return Error::internal(QStringLiteral("The database refused a request of ours."), context);
    }
}

}  // namespace refrain::store
