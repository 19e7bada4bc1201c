#pragma once

#include "base/error.h"

#include <QString>

struct sqlite3;

namespace refrain::store {

/// The last failure of a connection as a sentence. Whatever the disk is guilty of is Unavailable (the caller's answer
/// is "not now"), a damaged file is Corrupt, a broken constraint Conflict, anything else a defect of ours.
/// `path` names the database file for the person who must look after it.
[[nodiscard]] Error lastError(sqlite3* connection, const QString& path);

}  // namespace refrain::store
