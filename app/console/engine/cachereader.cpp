#include "console/engine/cachereader.h"

#include "console/engine/cacherows.h"
#include "console/table/subjecttable.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace refrain::console {

namespace {

/// A screenful is there before more is looked for; then twice as many each time.
constexpr size_t firstRows = 128;
/// So many blocks may wait for their texts: reading is not to run far ahead.
constexpr size_t mostFolding = 4;

}  // namespace

CacheReader::CacheReader(CacheStore& cache, Pass pass)
    : m_cache(cache), m_pass(std::move(pass)), m_categories(cache.categories().valueOr({}))
{
    const std::vector<Category> columns = columnsOf(m_categories);
    m_people.builder.emplace(columns);
    m_channels.builder.emplace(columns);
}

Result<qint64> CacheReader::read()
{
    auto reset = std::make_shared<TableBatch>();
    reset->reset = true;
    reset->categories = m_categories;
    m_pass(reset);

    qint64 count = 0;
    Result<> taken;
    const Result<> read = m_cache.eachSubjectRow([&](const store::Row& row) {
        ++count;
        if (taken)
            taken = take(row);
    });
    for (Side* side : {&m_people, &m_channels}) {
        if (taken && !side->first.empty())
            taken = passFirst(*side);
        if (taken && !side->builder->isEmpty())
            taken = passBlock(*side);
    }
    passFolded(0);
    if (!read || !taken)
        return read ? taken.error() : read.error();
    return count;
}

Result<> CacheReader::take(const store::Row& row)
{
    Side& side = kindOf(row) == SubjectKind::Channel ? m_channels : m_people;
    if (side.passed + side.first.size() < SubjectBlock::capacity) {
        side.first.push_back(packedSubjectOf(row));
        const bool isMany = side.first.size() >= std::max(firstRows, side.passed);
        const bool isBlock = side.passed + side.first.size() == SubjectBlock::capacity;
        return isMany || isBlock ? passFirst(side) : Result<>();
    }
    addTo(*side.builder, row);
    return side.builder->isFull() ? passBlock(side) : Result<>();
}

Result<> CacheReader::passFirst(Side& side)
{
    auto batch = std::make_shared<TableBatch>();
    const auto idOf = [](const PackedSubject& one) { return one.text.left(one.lengths[PackedSubject::Id]); };
    const Result<> read =
        m_cache.eachChoiceRow(idOf(side.first.front()), idOf(side.first.back()),
                              [&](const store::Row& row) { batch->choices.push_back(packedChoiceOf(row)); });
    side.passed += side.first.size();
    rowsFor(side, *batch) = std::exchange(side.first, {});
    m_pass(batch);
    return read;
}

Result<> CacheReader::passBlock(Side& side)
{
    BlockBuilder& builder = *side.builder;
    Result<> read = m_cache.eachChoiceRow(builder.firstId(), builder.lastId(),
                                          [&](const store::Row& row) { chooseIn(builder, row); });
    const bool isPeople = &side == &m_people;
    m_folding.push_back(QtConcurrent::run([isPeople, full = std::exchange(builder, builder.next())]() mutable {
        auto batch = std::make_shared<TableBatch>();
        (isPeople ? batch->peopleBlock : batch->channelBlock) = full.finish();
        return batch;
    }));
    passFolded(mostFolding);
    return read;
}

/// In the order in which they were read.
void CacheReader::passFolded(size_t mostLeft)
{
    for (; m_folding.size() > mostLeft; m_folding.pop_front())
        m_pass(m_folding.front().result());
}

}  // namespace refrain::console
