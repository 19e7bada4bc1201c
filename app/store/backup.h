#pragma once

#include "base/result.h"
#include "store/database.h"

#include <QString>

#include <functional>

namespace refrain::store {

/// Writes a consistent copy of the database to `file`, while others go on reading and writing. The file is new,
/// its owner's alone, and on disk when this returns. Invalid where it exists already: no backup is overwritten.
[[nodiscard]] Result<> backup(Database& database, const QString& file);

/// What a copy of the backup still needs before it takes the database's place; an error leaves that as it is.
using Preparation = std::function<Result<>(Database& copy)>;

/// Puts a backup in the database's place after checking it and preparing it; what stood there is kept beside it as
/// `<file>.before-restore`. Invalid where the file is no database. REQUIRES: nobody has the database open.
[[nodiscard]] Result<> restore(const QString& backupFile, const QString& databaseFile, const Preparation& prepare = {});

/// Reads the whole file: damage, and rows that point nowhere. Takes its time with large files.
[[nodiscard]] Result<> checkIntegrity(Database& database);

}  // namespace refrain::store
