#include "store/sqlerror.h"

#include <sqlite3.h>

namespace refrain::store {

Error lastError(sqlite3* connection, const QString& path)
{
    const QString context = QStringLiteral("%1: SQLite %2 %3")
                                .arg(path)
                                .arg(sqlite3_extended_errcode(connection))
                                .arg(QString::fromUtf8(sqlite3_errmsg(connection)));
    // The primary result code (https://www.sqlite.org/rescode.html).
    switch (sqlite3_errcode(connection) & 0xff) {
        case SQLITE_FULL:
            return Error::unavailable(QStringLiteral("The disk is full, so this was not saved; everything saved before "
                                                     "is kept. Free some space and try again."),
                                      context);
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return Error::unavailable(QStringLiteral("The database may only be read, so this was not saved. Give its "
                                                     "owner the right to write to the file and its folder."),
                                      context);
        case SQLITE_CANTOPEN:
            return Error::unavailable(QStringLiteral("The database file cannot be opened or created. Check that its "
                                                     "folder exists and may be written to."),
                                      context);
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Error::unavailable(QStringLiteral("Another program holds the database, so this was not saved. Close "
                                                     "it or try again in a moment."),
                                      context);
        case SQLITE_IOERR:
            return Error::unavailable(QStringLiteral("The disk failed or is full, so this was not saved; everything "
                                                     "saved before is kept. Check the disk and try again."),
                                      context);
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return Error::corrupt(QStringLiteral("The database file is damaged or is no database. Nothing was changed "
                                                 "in it. Restore it from a backup."),
                                  context);
        case SQLITE_CONSTRAINT:
            return Error::conflict(QStringLiteral("This contradicts what is already stored, so it was not saved."),
                                   context);
        default: return Error::internal(QStringLiteral("The database refused a request of ours."), context);
    }
}

}  // namespace refrain::store
