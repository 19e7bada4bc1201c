#pragma once

#include "store/importstore.h"

namespace refrain::store {

/// A part of an import's rows that were received and are not taken over yet, and what they would come to.
struct HeldPart {
    qint64 from = 0;     ///< How many rows of the file come before it.
    QByteArray rows;     ///< JSON, as it came.
    QStringList people;  ///< Whom it would change, each once; of rows that wait, whom they name.
    QByteArray tally;    ///< JSON: from what to what, of which categories, and the first of them.
};

/// Rows that wait for the import that they are of: until all are there, and until a second admin approves.
class HeldRowStore {
public:
    explicit HeldRowStore(Database& database) : m_database(database) {}

    [[nodiscard]] Result<> add(const ImportKey& key, const HeldPart& part);
    /// The first part; none where all were taken over. Without people and tally.
    [[nodiscard]] Result<std::optional<HeldPart>> first(const ImportKey& key);
    [[nodiscard]] Result<bool> any(const ImportKey& key);
    /// All in order, without their rows.
    [[nodiscard]] Result<std::vector<HeldPart>> tallies(const ImportKey& key);
    [[nodiscard]] Result<> remove(const ImportKey& key, qint64 from);
    [[nodiscard]] Result<> removeAll(const ImportKey& key);

private:
    Database& m_database;
};

}  // namespace refrain::store
