#include "console/table/categoryimpact.h"

#include <QtConcurrentRun>

#include <utility>

namespace refrain::console {

namespace {

constexpr int everything = -1;

/// The column of a category, `everything` for `*`; nullopt for one that is no column.
std::optional<int> columnOf(const TableSnapshot& table, const CategorySlug& slug)
{
    if (slug == everyCategory())
        return everything;
    for (size_t i = 0; i < table.categories.size(); ++i) {
        if (table.categories[i].slug == slug)
            return static_cast<int>(i);
    }
    return std::nullopt;
}

bool isByChoice(const Cell& cell)
{
    return cell.rule >= Rule::OptedOutOfEverything && cell.rule <= Rule::OptedOutOfParent;
}

}  // namespace

CategoryImpact& CategoryImpact::operator+=(const CategoryImpact& other)
{
    isKnown = isKnown && other.isKnown;
    starts += other.starts;
    stops += other.stops;
    overridden += other.overridden;
    ownOptOuts += other.ownOptOuts;
    reached += other.reached;
    return *this;
}

CategoryImpact impactOf(const TableSnapshot& table, const Category& before, const Category& after,
                        const std::atomic_bool& cancelled)
{
    CategoryImpact impact;
    if (before.slug.isEmpty())
        return impact;
    const auto column = columnOf(table, before.slug);
    if (!column) {
        impact.isKnown = false;
        return impact;
    }
    TableSnapshot then = table;
    if (*column != everything)
        then.categories[static_cast<size_t>(*column)] = after;
    constexpr quint8 gone =
        PackedSubject::Deleted | PackedSubject::Bot | PackedSubject::Archived | PackedSubject::AddressDead;
    for (quint32 row = 0; row < static_cast<quint32>(table.rowCount); ++row) {
        if (cancelled)
            return {};
        if (table.block(row).rows[row & (SubjectBlock::capacity - 1)].flags & gone)
            continue;
        const Cell now = table.cell(row, *column);
        const Cell next = then.cell(row, *column);
        const bool delivers = next.delivers && !after.archived;
        impact.ownOptOuts += now.own.state == PreferenceState::OptedOut;
        impact.reached += delivers;
        impact.starts += delivers && !now.delivers;
        impact.stops += !delivers && now.delivers;
        impact.overridden += delivers && !now.delivers && isByChoice(now);
    }
    return impact;
}

QFuture<CategoryImpact> weigh(std::vector<TableSnapshot> tables, const Category& before, const Category& after,
                              std::shared_ptr<std::atomic_bool> cancelled)
{
    return QtConcurrent::run([tables = std::move(tables), before, after, cancelled = std::move(cancelled)] {
        CategoryImpact all;
        for (const TableSnapshot& table : tables)
            all += impactOf(table, before, after, *cancelled);
        return all;
    });
}

QFuture<QHash<CategorySlug, qint64>> countOptOuts(std::vector<TableSnapshot> tables)
{
    return QtConcurrent::run([tables = std::move(tables)] {
        QHash<CategorySlug, qint64> counts;
        for (const TableSnapshot& table : tables) {
            for (int column = everything; column < static_cast<int>(table.categories.size()); ++column) {
                qint64& count =
                    counts[column == everything ? everyCategory() : table.categories[static_cast<size_t>(column)].slug];
                count += table.count(column, PreferenceState::OptedOut);
            }
        }
        return counts;
    });
}

}  // namespace refrain::console
