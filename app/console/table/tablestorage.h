#pragma once

#include "console/table/rowindex.h"
#include "console/table/tablesnapshot.h"

#include <QHash>
#include <QString>

#include <memory>
#include <string_view>
#include <vector>

namespace refrain::console {

/// The writable blocks behind a SubjectTable: what finds, appends and changes rows, and copies a block before it
/// changes one that a snapshot still holds. One thread.
class TableStorage {
public:
    /// What is read; its `now` is the caller's to set.
    TableSnapshot view;

    [[nodiscard]] const SubjectBlock::Row& row(int at) const;
    [[nodiscard]] QString text(int at, PackedSubject::Field field) const;
    [[nodiscard]] int find(std::string_view id) const;
    [[nodiscard]] int namesakes(int at) const { return m_names.value(row(at).nameHash); }

    /// This row, and all others of the same person.
    [[nodiscard]] QList<int> rowsOfPerson(int at) const;

    void clear();
    /// REQUIRES: no row has this subject's id yet.
    void append(const PackedSubject& subject);
    void update(int at, const PackedSubject& subject);
    /// Sets a cell; `column` -1 is `*`.
    void write(int at, int column, const StoredChoice& choice, CellRing ring);
    [[nodiscard]] CellRing ring(int at, int column) const;
    void touch(int at, Millis changedAt);
    /// Takes new columns: `sources` holds, for each cell of a new row (`*` first), the old column or `noSource`.
    void recut(const std::vector<int>& sources, std::vector<Category> columns);
    static constexpr int noSource = -2;

private:
    std::vector<std::shared_ptr<SubjectBlock>> m_owned;  ///< The blocks of `view`, writable.
    RowIndex m_index;
    QHash<quint64, int> m_names;  ///< How many rows have a name, by its hash.

    SubjectBlock& writable(int at);
    void setPerson(int at, const QByteArray& before, const QByteArray& after);
    [[nodiscard]] QByteArray person(int at) const;
    static void recut(SubjectBlock& block, const std::vector<int>& sources, size_t oldWidth);
};

}  // namespace refrain::console
