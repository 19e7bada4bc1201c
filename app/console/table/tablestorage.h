#pragma once

#include "console/table/blockbuilder.h"
#include "console/table/namecounts.h"
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
    TableStorage();

    /// What is read; its `now` is the caller's to set.
    TableSnapshot view;

    [[nodiscard]] const SubjectBlock::Row& row(int at) const;
    [[nodiscard]] QString text(int at, PackedSubject::Field field) const;
    [[nodiscard]] int find(std::string_view id) const;
    [[nodiscard]] int namesakes(int at) const { return m_names.count(row(at).nameHash); }

    /// This row, and all others of the same person.
    [[nodiscard]] QList<int> rowsOfPerson(int at) const;

    void clear();
    /// REQUIRES: no row has this subject's id yet.
    void append(const PackedSubject& subject);
    /// REQUIRES the same of all its rows; all blocks before are full.
    void append(const ReadBlock& read);
    void update(int at, const PackedSubject& subject);
    /// Sets a cell; `column` -1 is `*`.
    void write(int at, int column, const StoredChoice& choice, ChoiceOrigin origin, CellRing ring);
    [[nodiscard]] ChoiceOrigin origin(int at, int column) const;
    [[nodiscard]] CellRing ring(int at, int column) const;
    void touch(int at, Millis changedAt);
    /// Other columns. One that was there before has its cells again, in O(1): nothing is moved.
    void setCategories(std::vector<Category> columns);

private:
    std::vector<std::shared_ptr<SubjectBlock>> m_owned;  ///< The blocks of `view`, writable.
    RowIndex m_index;
    NameCounts m_names;
    QHash<CategorySlug, size_t> m_lanes;  ///< Of every category that ever was a column.

    SubjectBlock& writable(int at);
    void setPerson(int at, const QByteArray& before, const QByteArray& after);
    [[nodiscard]] QByteArray person(int at) const;
    void beginGeneration();
    [[nodiscard]] size_t laneOf(const CategorySlug& slug);
};

}  // namespace refrain::console
