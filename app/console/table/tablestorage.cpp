#include "console/table/tablestorage.h"

#include "console/table/textorders.h"

#include <algorithm>
#include <atomic>

namespace refrain::console {

namespace {

/// More rewritten rows than this are cheaper to sort anew.
constexpr qsizetype mostRewritten = 20'000;

quint64 hashOf(std::string_view id)
{
    return qHashBits(id.data(), id.size(), 0x5eed);
}

size_t inBlock(int at)
{
    return static_cast<size_t>(at & (SubjectBlock::capacity - 1));
}

}  // namespace

TableStorage::TableStorage()
{
    beginGeneration();
}

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
    // From the first lane again, as who reads blocks counts them.
    m_lanes.clear();
    setCategories(std::move(view.categories));
    beginGeneration();
}

void TableStorage::beginGeneration()
{
    ++view.generation;
    view.rewritten.clear();
    if (!view.orders || view.rowCount == 0)
        view.orders = std::make_shared<TextOrders>();
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
    ++view.rowCount;
    const std::string_view id(subject.text.constData(), subject.lengths[PackedSubject::Id]);
    m_index.insert(hashOf(id), at);
    m_names.add(subject.nameHash);
    setPerson(at, {}, person(at));
}

void TableStorage::append(const ReadBlock& read)
{
    Q_ASSERT(view.rowCount % SubjectBlock::capacity == 0);
    std::vector<size_t> lanes{0};
    for (const CategorySlug& slug : read.lanes)
        lanes.push_back(laneOf(slug));
    SubjectBlock& block = *read.block;
    if (!std::is_sorted(lanes.begin(), lanes.end()) || lanes.back() + 1 != lanes.size())
        block.moveLanes(lanes);
    m_owned.push_back(read.block);
    view.blocks.push_back(read.block);
    for (size_t i = 0; i < block.rows.size(); ++i) {
        const int at = view.rowCount++;
        m_index.insert(hashOf(block.field(static_cast<int>(i), PackedSubject::Id)), at);
        m_names.add(block.rows[i].nameHash);
        if (block.rows[i].lengths[PackedSubject::Person] > 0)
            setPerson(at, {}, person(at));
    }
}

size_t TableStorage::laneOf(const CategorySlug& slug)
{
    const auto known = m_lanes.constFind(slug);
    return known != m_lanes.constEnd() ? *known : *m_lanes.insert(slug, size_t(m_lanes.size()) + 1);
}

void TableStorage::update(int at, const PackedSubject& subject)
{
    const QByteArray before = person(at);
    m_names.remove(row(at).nameHash);
    writable(at).set(at & (SubjectBlock::capacity - 1), subject);
    m_names.add(subject.nameHash);
    setPerson(at, before, person(at));
    view.rewritten.append(static_cast<quint32>(at));
    if (view.rewritten.size() > mostRewritten)
        beginGeneration();
}

void TableStorage::write(int at, int column, const StoredChoice& choice, ChoiceOrigin origin, CellRing ring)
{
    SubjectBlock& block = writable(at);
    const size_t lane = view.laneOf(column);
    const auto number = static_cast<quint32>(at);
    block.setCell(number, lane, CellBits::of(choice, ring));
    block.setDetail({SubjectBlock::detailKey(number, lane), origin, choice.version, choice.snoozedUntil.value_or(0)});
}

ChoiceOrigin TableStorage::origin(int at, int column) const
{
    const auto number = static_cast<quint32>(at);
    return view.block(number).detail(number, view.laneOf(column)).origin;
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

void TableStorage::setCategories(std::vector<Category> columns)
{
    view.lanes = {0};
    for (const Category& column : columns)
        view.lanes.push_back(laneOf(column.slug));
    view.categories = std::move(columns);
}

}  // namespace refrain::console
