#pragma once

#include "console/table/packedsubject.h"

#include <QHash>

#include <memory>
#include <string_view>
#include <vector>

namespace refrain::console {

/// One cell's bits; the rest of a choice (version, end of a snooze) lies in SubjectBlock::details.
struct CellBits {
    static constexpr quint8 stateMask = 3;  ///< PreferenceState
    static constexpr quint8 snooze = 4;     ///< There is (or was) a snooze: see its end.
    static constexpr quint8 ringShift = 4;  ///< CellRing in bits 4 and 5.
    static constexpr quint8 ringMask = 3 << ringShift;
};

/// Up to 4,096 rows. Shared between the table and its snapshots; the table copies a block before it changes a shared
/// one, so that a snapshot costs a copy of one block at most.
struct SubjectBlock {
    static constexpr int shift = 12;
    static constexpr int capacity = 1 << shift;

    struct Row {
        quint32 text = 0;    ///< Where its texts begin.
        quint32 folded = 0;  ///< Where its folded texts begin.
        quint32 foldedLength = 0;
        std::array<quint16, PackedSubject::FieldCount> lengths{};
        quint8 role = 0;
        quint8 kind = 0;
        quint8 flags = 0;
        quint64 nameHash = 0;
        Millis changedAt = 0;
    };
    struct Detail {
        qint64 version = 0;
        Millis snoozedUntil = 0;  ///< 0: none.
        friend bool operator==(const Detail&, const Detail&) = default;
    };

    std::vector<Row> rows;
    QByteArray text;
    QByteArray folded;
    qsizetype garbage = 0;           ///< Bytes of both that no row uses any more.
    std::vector<quint8> cells;       ///< rows x (1 + columns); the first of a row is `*`.
    QHash<quint32, Detail> details;  ///< By detailKey().

    /// Columns fit into 10 bits: a workspace has far fewer categories.
    [[nodiscard]] static quint32 detailKey(quint32 row, int column)
    {
        return (row & (capacity - 1)) << 10 | static_cast<quint32>(column + 1);
    }

    [[nodiscard]] std::string_view field(int row, PackedSubject::Field field) const;
    void set(int row, const PackedSubject& subject);  ///< row == rows.size() appends.

private:
    void compact();
};

/// The table at one moment. A value; any thread.
struct TableSnapshot {
    std::vector<std::shared_ptr<const SubjectBlock>> blocks;
    std::vector<Category> categories;
    QHash<QByteArray, QList<int>> persons;  ///< The rows of everybody who is linked, by the person's id.
    int rowCount = 0;
    Millis now = 0;

    [[nodiscard]] const SubjectBlock& block(quint32 row) const { return *blocks[row >> SubjectBlock::shift]; }
    [[nodiscard]] std::string_view field(quint32 row, PackedSubject::Field field) const
    {
        return block(row).field(static_cast<int>(row & (SubjectBlock::capacity - 1)), field);
    }
    /// The bits of a cell: `column` -1 is `*`.
    [[nodiscard]] quint8 bits(quint32 row, int column) const;
    [[nodiscard]] StoredChoice choice(quint32 row, int column) const;
    /// Decided together with the rows of the same person.
    [[nodiscard]] Cell cell(quint32 row, int column) const;

private:
    [[nodiscard]] Cell cellAlone(quint32 row, int column) const;
};

}  // namespace refrain::console
