#pragma once

#include "console/table/packedsubject.h"

#include <QHash>

#include <memory>
#include <string_view>
#include <vector>

namespace refrain::console {

class TextOrders;

/// One cell's bits; the rest of a choice (version, end of a snooze) lies in SubjectBlock::details.
struct CellBits {
    static constexpr quint8 stateMask = 3;  ///< PreferenceState
    static constexpr quint8 snooze = 4;     ///< There is (or was) a snooze: see its end.
    static constexpr quint8 ringShift = 4;  ///< CellRing in bits 4 and 5.
    static constexpr quint8 ringMask = 3 << ringShift;

    [[nodiscard]] static quint8 of(const StoredChoice& choice, CellRing ring)
    {
        return static_cast<quint8>(static_cast<int>(choice.state) | (choice.snoozedUntil ? snooze : 0) |
                                   static_cast<int>(ring) << ringShift);
    }
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
        quint32 starts = 0;  ///< startBits() of its folded texts.
        quint64 nameHash = 0;
        Millis changedAt = 0;
    };
    struct Detail {
        quint32 key = 0;  ///< detailKey()
        ChoiceOrigin origin = {};
        qint64 version = 0;
        Millis snoozedUntil = 0;  ///< 0: none.

        [[nodiscard]] bool isNothing() const { return version == 0 && snoozedUntil == 0 && origin == ChoiceOrigin(); }
    };

    std::vector<Row> rows;
    QByteArray text;
    QByteArray folded;      ///< Before the first, too, stands a PackedSubject::separator.
    qsizetype garbage = 0;  ///< Bytes of both that no row uses any more.
    bool isInOrder = true;  ///< The texts lie in the order of their rows: none was written anew.
    /// By lane, a byte a row; empty: nobody here chose. The first is `*`.
    std::vector<std::vector<quint8>> cells;
    std::vector<Detail> details;  ///< By key, ascending.

    /// A workspace has had far fewer categories than 2^20.
    static constexpr int laneBits = 20;
    [[nodiscard]] static quint32 detailKey(quint32 row, size_t lane)
    {
        return (row & (capacity - 1)) << laneBits | static_cast<quint32>(lane);
    }

    [[nodiscard]] std::string_view field(int row, PackedSubject::Field field) const;
    [[nodiscard]] std::string_view foldedText(int row) const;
    /// All rows in the order in which their folded texts lie.
    [[nodiscard]] std::vector<quint32> rowsByPlace() const;
    void set(int row, const PackedSubject& subject);  ///< row == rows.size() appends.
    [[nodiscard]] Detail detail(quint32 row, size_t lane) const;
    void setCell(quint32 row, size_t lane, quint8 bits);
    /// Takes it away where it says nothing.
    void setDetail(const Detail& detail);
    /// What lies in lane i comes to lie in lane `to[i]`.
    void moveLanes(const std::vector<size_t>& to);

private:
    void compact();
};

/// The table at one moment. A value; any thread.
struct TableSnapshot {
    std::vector<std::shared_ptr<const SubjectBlock>> blocks;
    std::vector<Category> categories;
    std::vector<size_t> lanes{0};           ///< Where the cells of `*` and of each category lie.
    QHash<QByteArray, QList<int>> persons;  ///< The rows of everybody who is linked, by the person's id.
    int rowCount = 0;
    Millis now = 0;
    /// Rows whose texts changed since `generation` began, in order; a new generation forgets them.
    QList<quint32> rewritten;
    quint64 generation = 0;
    std::shared_ptr<TextOrders> orders;  ///< What was sorted already, for all who look at this table.

    [[nodiscard]] const SubjectBlock& block(quint32 row) const { return *blocks[row >> SubjectBlock::shift]; }
    [[nodiscard]] const SubjectBlock::Row& row(quint32 row) const
    {
        return block(row).rows[row & (SubjectBlock::capacity - 1)];
    }
    [[nodiscard]] std::string_view field(quint32 row, PackedSubject::Field field) const
    {
        return block(row).field(static_cast<int>(row & (SubjectBlock::capacity - 1)), field);
    }
    [[nodiscard]] size_t laneOf(int column) const { return lanes[static_cast<size_t>(column + 1)]; }
    /// The bits of a cell: `column` -1 is `*`.
    [[nodiscard]] quint8 bits(quint32 row, int column) const;
    [[nodiscard]] StoredChoice choice(quint32 row, int column) const;
    /// How many rows have chosen so for themselves.
    [[nodiscard]] int count(int column, PreferenceState state) const;
    /// Decided together with the rows of the same person.
    [[nodiscard]] Cell cell(quint32 row, int column) const;

private:
    [[nodiscard]] Cell cellAlone(quint32 row, int column) const;
};

}  // namespace refrain::console
