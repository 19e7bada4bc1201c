#include "console/table/tablesnapshot.h"

#include <algorithm>
#include <numeric>

namespace refrain::console {

std::string_view SubjectBlock::field(int row, PackedSubject::Field field) const
{
    const Row& at = rows[static_cast<size_t>(row)];
    size_t begin = at.text;
    for (size_t i = 0; i < static_cast<size_t>(field); ++i)
        begin += at.lengths[i];
    return {text.constData() + begin, at.lengths[field]};
}

std::string_view SubjectBlock::foldedText(int row) const
{
    const Row& at = rows[static_cast<size_t>(row)];
    return {folded.constData() + at.folded, at.foldedLength};
}

std::vector<quint32> SubjectBlock::rowsByPlace() const
{
    std::vector<quint32> order(rows.size());
    std::iota(order.begin(), order.end(), 0U);
    if (!isInOrder)
        std::sort(order.begin(), order.end(), [this](quint32 a, quint32 b) { return rows[a].folded < rows[b].folded; });
    return order;
}

void SubjectBlock::set(int row, const PackedSubject& subject)
{
    const auto at = static_cast<size_t>(row);
    Millis changedAt = 0;
    if (at == rows.size()) {
        rows.emplace_back();
    } else {
        changedAt = rows[at].changedAt;
        for (const quint16 length : rows[at].lengths)
            garbage += length;
        garbage += rows[at].foldedLength;
        isInOrder = false;
    }
    Row& entry = rows[at];
    if (folded.isEmpty())
        folded += PackedSubject::separator;
    entry.text = static_cast<quint32>(text.size());
    entry.folded = static_cast<quint32>(folded.size());
    entry.foldedLength = static_cast<quint32>(subject.folded.size());
    entry.lengths = subject.lengths;
    entry.role = static_cast<quint8>(subject.role);
    entry.kind = static_cast<quint8>(subject.kind);
    entry.flags = subject.flags;
    entry.starts = subject.starts;
    entry.nameHash = subject.nameHash;
    entry.changedAt = changedAt;
    text += subject.text;
    folded += subject.folded;
    if (garbage > (text.size() + folded.size()) / 2)
        compact();
    // What comes now comes seldom, so nothing is kept free for it.
    if (at + 1 == capacity) {
        text.squeeze();
        folded.squeeze();
    }
}

SubjectBlock::Detail SubjectBlock::detail(quint32 row, size_t lane) const
{
    const quint32 key = detailKey(row, lane);
    const auto at = std::lower_bound(details.begin(), details.end(), key,
                                     [](const Detail& detail, quint32 wanted) { return detail.key < wanted; });
    return at != details.end() && at->key == key ? *at : Detail{key, {}, 0, 0};
}

void SubjectBlock::setCell(quint32 row, size_t lane, quint8 bits)
{
    if (cells.size() <= lane)
        cells.resize(lane + 1);
    if (cells[lane].empty()) {
        if (bits == 0)
            return;
        cells[lane].resize(capacity);
    }
    cells[lane][row & (capacity - 1)] = bits;
}

void SubjectBlock::setDetail(const Detail& detail)
{
    const auto at = std::lower_bound(details.begin(), details.end(), detail.key,
                                     [](const Detail& one, quint32 wanted) { return one.key < wanted; });
    const bool isThere = at != details.end() && at->key == detail.key;
    if (detail.isNothing()) {
        if (isThere)
            details.erase(at);
    } else if (isThere) {
        *at = detail;
    } else {
        const auto place = at - details.begin();
        // Twice the room would cost more than all the names.
        if (details.size() == details.capacity())
            details.reserve(details.size() + details.size() / 8 + 16);
        details.insert(details.begin() + place, detail);
    }
}

void SubjectBlock::moveLanes(const std::vector<size_t>& to)
{
    std::vector<std::vector<quint8>> moved(*std::max_element(to.begin(), to.end()) + 1);
    for (size_t lane = 0; lane < cells.size(); ++lane)
        moved[to[lane]] = std::move(cells[lane]);
    cells = std::move(moved);
    for (Detail& detail : details)
        detail.key = detailKey(detail.key >> laneBits, to[detail.key & ((1U << laneBits) - 1)]);
    std::sort(details.begin(), details.end(), [](const Detail& a, const Detail& b) { return a.key < b.key; });
}

void SubjectBlock::compact()
{
    QByteArray newText;
    QByteArray newFolded(1, PackedSubject::separator);
    for (Row& row : rows) {
        qsizetype length = 0;
        for (const quint16 part : row.lengths)
            length += part;
        const auto textAt = static_cast<quint32>(newText.size());
        const auto foldedAt = static_cast<quint32>(newFolded.size());
        newText.append(text.constData() + row.text, length);
        newFolded.append(folded.constData() + row.folded, row.foldedLength);
        row.text = textAt;
        row.folded = foldedAt;
    }
    text = newText;
    folded = newFolded;
    garbage = 0;
    isInOrder = true;
}

quint8 TableSnapshot::bits(quint32 row, int column) const
{
    const SubjectBlock& at = block(row);
    const size_t lane = laneOf(column);
    return lane < at.cells.size() && !at.cells[lane].empty() ? at.cells[lane][row & (SubjectBlock::capacity - 1)] : 0;
}

StoredChoice TableSnapshot::choice(quint32 row, int column) const
{
    const quint8 value = bits(row, column);
    StoredChoice choice;
    choice.state = static_cast<PreferenceState>(value & CellBits::stateMask);
    const SubjectBlock& at = block(row);
    if (at.details.empty())
        return choice;
    const SubjectBlock::Detail detail = at.detail(row, laneOf(column));
    choice.version = detail.version;
    if (detail.snoozedUntil != 0)
        choice.snoozedUntil = detail.snoozedUntil;
    return choice;
}

int TableSnapshot::count(int column, PreferenceState state) const
{
    const size_t lane = laneOf(column);
    int count = 0;
    for (const auto& at : blocks) {
        const size_t rows = at->rows.size();
        if (lane < at->cells.size() && !at->cells[lane].empty()) {
            const auto end = at->cells[lane].begin() + static_cast<std::ptrdiff_t>(rows);
            count += static_cast<int>(std::count_if(at->cells[lane].begin(), end, [state](quint8 bits) {
                return (bits & CellBits::stateMask) == static_cast<int>(state);
            }));
        } else if (state == PreferenceState::Default) {
            count += static_cast<int>(rows);
        }
    }
    return count;
}

Cell TableSnapshot::cell(quint32 row, int column) const
{
    constexpr quint8 goneFlags =
        PackedSubject::Deleted | PackedSubject::Bot | PackedSubject::Archived | PackedSubject::AddressDead;
    Cell cell = cellAlone(row, column);
    cell.unreachable = this->row(row).flags & goneFlags;
    const std::string_view person = field(row, PackedSubject::Person);
    if (person.empty())
        return cell;
    const auto rows = persons.constFind(QByteArray::fromRawData(person.data(), static_cast<qsizetype>(person.size())));
    if (rows == persons.constEnd())
        return cell;
    for (const int other : *rows) {
        if (static_cast<quint32>(other) != row)
            cell = together(cell, cellAlone(static_cast<quint32>(other), column));
    }
    return cell;
}

Cell TableSnapshot::cellAlone(quint32 row, int column) const
{
    const StoredChoice all = choice(row, -1);
    Cell cell;
    if (column < 0) {
        cell = everythingCell(all, now);
    } else {
        const Category& category = categories[static_cast<size_t>(column)];
        StoredChoice parent;
        for (size_t i = 0; !category.parent.isEmpty() && i < categories.size(); ++i) {
            if (categories[i].slug == category.parent)
                parent = choice(row, static_cast<int>(i));
        }
        cell = cellOf(category, choice(row, column), all, parent, now);
    }
    cell.ring = static_cast<CellRing>((bits(row, column) & CellBits::ringMask) >> CellBits::ringShift);
    return cell;
}

}  // namespace refrain::console
