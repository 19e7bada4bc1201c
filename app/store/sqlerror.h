#pragma once

#include "base/error.h"

#include <QSqlError>
#include <QString>

namespace refrain::store {

/// SQLite's failure as a sentence. Whatever the disk is guilty of is Unavailable (the caller's answer is
/// "not now"), a damaged file is Corrupt, a broken constraint Conflict, anything else a defect of ours.
/// `path` names the database file for the person who must look after it.
[[nodiscard]] Error toError(const QSqlError& error, const QString& path);

}  // namespace refrain::store
