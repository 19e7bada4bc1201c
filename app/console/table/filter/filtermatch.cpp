#include "console/table/filter/filtermatch.h"

#include "console/table/textscan.h"

#include <algorithm>
#include <cstring>

namespace refrain::console {

namespace {

using Row = SubjectBlock::Row;

bool isSo(const RowTest& test, const Row& row, Millis now)
{
    const auto role = static_cast<SubjectRole>(row.role);
    using What = RowTest::What;
    switch (test.what) {
        case What::Guest: return role == SubjectRole::Guest || role == SubjectRole::SingleChannelGuest;
        case What::Member: return role == SubjectRole::Member && row.kind == quint8(SubjectKind::User);
        case What::Admin: return role == SubjectRole::Admin || role == SubjectRole::Owner;
        case What::Owner: return role == SubjectRole::Owner;
        case What::External: return role == SubjectRole::External;
        case What::Active:
            return !(row.flags & (PackedSubject::Deleted | PackedSubject::Archived | PackedSubject::Bot));
        case What::Deleted: return row.flags & PackedSubject::Deleted;
        case What::Bot: return row.flags & PackedSubject::Bot;
        case What::Archived: return row.flags & PackedSubject::Archived;
        case What::Private: return row.flags & PackedSubject::Private;
        case What::Linked: return row.lengths[PackedSubject::Person] > 0;
        case What::ChangedWithin: return row.changedAt > 0 && row.changedAt >= now - test.span;
        case What::ChangedBefore: return row.changedAt > 0 && row.changedAt < now - test.span;
        case What::NeverChanged: return row.changedAt == 0;
    }
    return false;
}

/// What the bits alone say; a snooze's end and an origin are looked up after it.
bool mayBe(CellTest::What what, quint8 bits)
{
    const auto state = static_cast<PreferenceState>(bits & CellBits::stateMask);
    const auto ring = static_cast<CellRing>((bits & CellBits::ringMask) >> CellBits::ringShift);
    switch (what) {
        case CellTest::What::Out: return state == PreferenceState::OptedOut;
        case CellTest::What::In: return state == PreferenceState::OptedIn;
        case CellTest::What::Snoozed: return bits & CellBits::snooze;
        case CellTest::What::Pending: return ring == CellRing::Pending || ring == CellRing::Waiting;
        case CellTest::What::Chosen: return state != PreferenceState::Default || bits & CellBits::snooze;
    }
    return false;
}

bool isSo(const CellTest& test, const SubjectBlock& block, quint32 row, size_t lane, Millis now)
{
    if (test.what != CellTest::What::Snoozed && test.origins.empty())
        return true;
    const SubjectBlock::Detail detail = block.detail(row, lane);
    if (test.what == CellTest::What::Snoozed && detail.snoozedUntil <= now)
        return false;
    return std::all_of(test.origins.begin(), test.origins.end(),
                       [&](const OriginTest& origin) { return origin.holds(detail.origin); });
}

/// Calls `look(column)` for each column that the test asks about.
template <class Look>
void eachColumn(const CellTest& test, const TableSnapshot& table, Look look)
{
    if (test.category != CellTest::anyCategory) {
        look(test.category);
        return;
    }
    for (int column = -1; column < static_cast<int>(table.categories.size()); ++column)
        look(column);
}

/// As its mark says: off through another account of the same person.
bool isOutThroughAnother(const CellTest& test, const TableSnapshot& table, quint32 row)
{
    bool is = false;
    if (test.what != CellTest::What::Out || !test.origins.empty() || table.row(row).lengths[PackedSubject::Person] == 0)
        return false;
    eachColumn(test, table, [&](int column) {
        const Cell cell = table.cell(row, column);
        is = is || (cell.fromLinked && cell.state == CellState::OptedOut);
    });
    return is;
}

bool isSo(const CellTest& test, const TableSnapshot& table, quint32 row)
{
    bool is = false;
    eachColumn(test, table, [&](int column) {
        is = is || (mayBe(test.what, table.bits(row, column)) &&
                    isSo(test, table.block(row), row, table.laneOf(column), table.now));
    });
    return is || isOutThroughAnother(test, table, row);
}

bool contains(std::string_view text, const QByteArray& word)
{
    return memmem(text.data(), text.size(), word.constData(), static_cast<size_t>(word.size())) != nullptr;
}

/// Marks the rows of one block whose folded text holds the word.
void markWord(const SubjectBlock& block, const QByteArray& word, std::vector<char>& found)
{
    eachHit(block, {word.constData(), static_cast<size_t>(word.size())}, [&](quint32 row, const char*) {
        found[row] = 1;
        return false;
    });
}

void markCells(const CellTest& test, const TableSnapshot& table, size_t number, std::vector<char>& found)
{
    const SubjectBlock& block = *table.blocks[number];
    eachColumn(test, table, [&](int column) {
        const size_t lane = table.laneOf(column);
        if (lane >= block.cells.size() || block.cells[lane].empty())
            return;
        for (size_t i = 0; i < found.size(); ++i) {
            if (mayBe(test.what, block.cells[lane][i]) && isSo(test, block, static_cast<quint32>(i), lane, table.now))
                found[i] = 1;
        }
    });
    const auto first = static_cast<quint32>(number << SubjectBlock::shift);
    for (size_t i = 0; i < found.size(); ++i) {
        if (!found[i] && isOutThroughAnother(test, table, first + static_cast<quint32>(i)))
            found[i] = 1;
    }
}

void keep(std::vector<char>& all, const std::vector<char>& found, bool isNegated)
{
    for (size_t i = 0; i < all.size(); ++i)
        all[i] = static_cast<char>(all[i] & (found[i] ^ char(isNegated)));
}

}  // namespace

bool holds(const FilterAlternative& alternative, const TableSnapshot& table, quint32 row)
{
    const std::string_view text = table.block(row).foldedText(static_cast<int>(row & (SubjectBlock::capacity - 1)));
    return std::all_of(alternative.words.begin(), alternative.words.end(),
                       [&](const WordTest& test) { return contains(text, test.word) != test.isNegated; }) &&
           std::all_of(alternative.rows.begin(), alternative.rows.end(),
                       [&](const RowTest& test) { return isSo(test, table.row(row), table.now) != test.isNegated; }) &&
           std::all_of(alternative.cells.begin(), alternative.cells.end(),
                       [&](const CellTest& test) { return isSo(test, table, row) != test.isNegated; });
}

void markMatches(const FilterAlternative& alternative, const TableSnapshot& table, size_t block, char* found)
{
    const std::vector<Row>& rows = table.blocks[block]->rows;
    std::vector<char> all(rows.size(), 1);
    for (const WordTest& test : alternative.words) {
        std::vector<char> has(rows.size(), 0);
        markWord(*table.blocks[block], test.word, has);
        keep(all, has, test.isNegated);
    }
    for (const CellTest& test : alternative.cells) {
        std::vector<char> has(rows.size(), 0);
        markCells(test, table, block, has);
        keep(all, has, test.isNegated);
    }
    for (const RowTest& test : alternative.rows) {
        for (size_t i = 0; i < all.size(); ++i)
            all[i] = static_cast<char>(all[i] && isSo(test, rows[i], table.now) != test.isNegated);
    }
    for (size_t i = 0; i < all.size(); ++i)
        found[i] = static_cast<char>(found[i] | all[i]);
}

}  // namespace refrain::console
