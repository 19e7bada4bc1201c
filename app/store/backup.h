#pragma once

#include "base/result.h"
#include "store/database.h"

#include <QString>

namespace refrain::store {

/// Writes a consistent copy of the database to `file`, while others go on reading and writing. The file is new,
/// its owner's alone, and on disk when this returns. Invalid where it exists already: no backup is overwritten.
[[nodiscard]] Result<> backup(Database& database, const QString& file);

/// Puts a backup in the database's place after checking it; what stood there is kept beside it as
/// `<file>.before-restore`. REQUIRES: nobody has the database open.
[[nodiscard]] Result<> restore(const QString& backupFile, const QString& databaseFile);

/// Reads the whole file: damage, and rows that point nowhere. Takes its time with large files.
[[nodiscard]] Result<> checkIntegrity(Database& database);

}  // namespace refrain::store
