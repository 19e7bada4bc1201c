#include "console/table/tablestorage.h"

#include <algorithm>
#include <atomic>

namespace refrain::console {

namespace {

size_t hashOf(std::string_view id)
{
    return qHashBits(id.data(), id.size(), 0x5eed);
}

size_t inBlock(int at)
{
    return static_cast<size_t>(at & (SubjectBlock::capacity - 1));
}

}  // namespace

const SubjectBlock::Row& TableStorage::row(int at) const
{
    return view.block(static_cast<quint32>(at)).rows[inBlock(at)];
}

QString TableStorage::text(int at, PackedSubject::Field field) const
{
    const std::string_view bytes = view.field(static_cast<quint32>(at), field);
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

int TableStorage::find(std::string_view id) const
{
    return m_index.find(hashOf(id),
                        [&](int at) { return view.field(static_cast<quint32>(at), PackedSubject::Id) == id; });
}

QByteArray TableStorage::person(int at) const
{
    const std::string_view bytes = view.field(static_cast<quint32>(at), PackedSubject::Person);
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

QList<int> TableStorage::rowsOfPerson(int at) const
{
    const QByteArray mine = person(at);
    return mine.isEmpty() ? QList<int>{at} : view.persons.value(mine);
}

void TableStorage::setPerson(int at, const QByteArray& before, const QByteArray& after)
{
    if (before == after)
        return;
    if (!before.isEmpty())
        view.persons[before].removeOne(at);
    if (!after.isEmpty())
        view.persons[after].append(at);
}

void TableStorage::clear()
{
    view.blocks.clear();
    view.persons.clear();
    view.rowCount = 0;
    m_owned.clear();
    m_index.clear();
    m_names.clear();
}

SubjectBlock& TableStorage::writable(int at)
{
    const auto number = static_cast<size_t>(at >> SubjectBlock::shift);
    // Two owners are ours; a third is a snapshot that may be read right now.
    if (m_owned[number].use_count() > 2) {
        m_owned[number] = std::make_shared<SubjectBlock>(*m_owned[number]);
        view.blocks[number] = m_owned[number];
    }
    std::atomic_thread_fence(std::memory_order_acquire);
    return *m_owned[number];
}

void TableStorage::append(const PackedSubject& subject)
{
    const int at = view.rowCount;
    if (at % SubjectBlock::capacity == 0) {
        m_owned.push_back(std::make_shared<SubjectBlock>());
        view.blocks.push_back(m_owned.back());
    }
    SubjectBlock& block = writable(at);
    block.set(at & (SubjectBlock::capacity - 1), subject);
    block.cells.resize(block.cells.size() + view.categories.size() + 1, 0);
    ++view.rowCount;
    const std::string_view id(subject.text.constData(), subject.lengths[PackedSubject::Id]);
    m_index.insert(hashOf(id), at,
                   [this](int other) { return hashOf(view.field(static_cast<quint32>(other), PackedSubject::Id)); });
    ++m_names[subject.nameHash];
    setPerson(at, {}, person(at));
}

void TableStorage::update(int at, const PackedSubject& subject)
{
    const QByteArray before = person(at);
    --m_names[row(at).nameHash];
    writable(at).set(at & (SubjectBlock::capacity - 1), subject);
    ++m_names[subject.nameHash];
    setPerson(at, before, person(at));
}

void TableStorage::write(int at, int column, const StoredChoice& choice, CellRing ring)
{
    SubjectBlock& block = writable(at);
    const size_t width = view.categories.size() + 1;
    const int bits = static_cast<int>(choice.state) | (choice.snoozedUntil ? CellBits::snooze : 0) |
                     static_cast<int>(ring) << CellBits::ringShift;
    block.cells[inBlock(at) * width + static_cast<size_t>(column + 1)] = static_cast<quint8>(bits);
    const quint32 key = SubjectBlock::detailKey(static_cast<quint32>(at), column);
    const SubjectBlock::Detail detail{choice.version, choice.snoozedUntil.value_or(0)};
    if (detail == SubjectBlock::Detail{})
        block.details.remove(key);
    else
        block.details.insert(key, detail);
}

CellRing TableStorage::ring(int at, int column) const
{
    const quint8 bits = view.bits(static_cast<quint32>(at), column);
    return static_cast<CellRing>((bits & CellBits::ringMask) >> CellBits::ringShift);
}

void TableStorage::touch(int at, Millis changedAt)
{
    if (row(at).changedAt < changedAt)
        writable(at).rows[inBlock(at)].changedAt = changedAt;
}

void TableStorage::recut(const std::vector<int>& sources, std::vector<Category> columns)
{
    const size_t oldWidth = view.categories.size() + 1;
    for (size_t number = 0; number < m_owned.size(); ++number)
        recut(writable(static_cast<int>(number) << SubjectBlock::shift), sources, oldWidth);
    view.categories = std::move(columns);
}

void TableStorage::recut(SubjectBlock& block, const std::vector<int>& sources, size_t oldWidth)
{
    std::vector<quint8> cells(block.rows.size() * sources.size(), 0);
    QHash<quint32, SubjectBlock::Detail> details;
    for (size_t row = 0; row < block.rows.size(); ++row) {
        for (size_t to = 0; to < sources.size(); ++to) {
            if (sources[to] == noSource)
                continue;
            cells[row * sources.size() + to] = block.cells[row * oldWidth + static_cast<size_t>(sources[to] + 1)];
            const auto number = static_cast<quint32>(row);
            const auto found = block.details.constFind(SubjectBlock::detailKey(number, sources[to]));
            if (found != block.details.constEnd())
                details.insert(SubjectBlock::detailKey(number, static_cast<int>(to) - 1), *found);
        }
    }
    block.cells = std::move(cells);
    block.details = std::move(details);
}

}  // namespace refrain::console
