#pragma once

#include "base/result.h"
#include "store/database.h"

#include <QString>

#include <vector>

namespace refrain::store {

/// Brings a database forward, one numbered file of SQL after the other, each in its own transaction; never back.
///
/// A set is a folder of `NNNN_name.sql`, numbered from 0001 without gaps (`:/migrations/service`). In a file, a
/// statement ends with a semicolon at the end of a line. The version stands in SQLite's user_version.
class Migrator {
public:
    /// `folder`: a resource or a directory, as ":/migrations/service".
    explicit Migrator(QString folder) : m_folder(std::move(folder)) {}

    /// Brings the database to the newest version of the set; the version it was at before. An Invalid error where
    /// the database is newer than this program, which leaves it untouched. Safe when two programs start at once.
    [[nodiscard]] Result<int> migrate(Database& database) const;
    /// The same up to `version`: for tests of one step.
    [[nodiscard]] Result<int> migrateTo(Database& database, int version) const;

    /// The newest version that the set knows.
    [[nodiscard]] Result<int> newest() const;
    [[nodiscard]] static Result<int> version(Database& database);

private:
    [[nodiscard]] Result<std::vector<QString>> files() const;
    [[nodiscard]] Result<> step(Database& database, const QString& file, int version) const;
    QString m_folder;
};

}  // namespace refrain::store
