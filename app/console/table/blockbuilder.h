#pragma once

#include "console/table/tablesnapshot.h"

#include <memory>
#include <string_view>
#include <vector>

namespace refrain::console {

/// Rows as a table holds them, ready to become its next block.
struct ReadBlock {
    std::shared_ptr<SubjectBlock> block;
    std::vector<CategorySlug> lanes;  ///< Whose cells lie in lane 1, 2, ...; `*` has lane 0.
};

/// Makes a block out of rows and choices in the order of the rows' ids, off the UI thread, which then takes it over at
/// no cost by row. One thread at a time; finish() may be on another one than the rest.
class BlockBuilder {
public:
    using Texts = std::array<std::string_view, PackedSubject::FieldCount>;

    /// `columns`: categories whose choices are wanted. Others are passed over.
    explicit BlockBuilder(const std::vector<Category>& columns);

    [[nodiscard]] bool isEmpty() const { return m_block->rows.empty(); }
    [[nodiscard]] bool isFull() const { return m_block->rows.size() == SubjectBlock::capacity; }
    [[nodiscard]] QByteArray firstId() const { return idOf(0); }
    [[nodiscard]] QByteArray lastId() const { return idOf(m_block->rows.size() - 1); }

    /// An empty one for the same columns, which expects about as much.
    [[nodiscard]] BlockBuilder next() const;

    /// REQUIRES: not full; the id is behind all others. A single text longer than 4,000 bytes is cut.
    void add(Texts texts, SubjectKind kind, SubjectRole role, quint8 flags);
    /// REQUIRES: behind all choices before, by subject. One of a subject that is not here is passed over.
    void choose(std::string_view subject, std::string_view category, const StoredChoice& choice, Millis at,
                ChoiceOrigin origin);

    /// Folds the texts: the slow half. Once.
    [[nodiscard]] ReadBlock finish();

private:
    std::vector<CategorySlug> m_lanes;
    std::vector<QByteArray> m_slugs;  ///< By lane.
    std::shared_ptr<SubjectBlock> m_block;
    size_t m_chosen = 0;  ///< The row of the last choice.

    [[nodiscard]] QByteArray idOf(size_t row) const;
    void foldRow(SubjectBlock::Row& row, int number);
};

}  // namespace refrain::console
