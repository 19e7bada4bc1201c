#include "console/table/filter/subjectquery.h"

#include "console/table/allcores.h"
#include "console/table/filter/filtermatch.h"

#include <algorithm>

namespace refrain::console {

namespace {

template <class Test>
bool isAmong(const std::vector<Test>& tests, const Test& wanted)
{
    return std::find(tests.begin(), tests.end(), wanted) != tests.end();
}

/// A word that was typed on holds every word that it was before; one that must not occur need only be the same.
bool isImplied(const WordTest& test, const std::vector<WordTest>& by)
{
    return std::any_of(by.begin(), by.end(), [&](const WordTest& one) {
        return one == test || (!one.isNegated && !test.isNegated && one.word.contains(test.word));
    });
}

bool isTimed(const RowTest& test)
{
    return test.what == RowTest::What::ChangedWithin || test.what == RowTest::What::ChangedBefore;
}

}  // namespace

SubjectQuery SubjectQuery::parse(const QString& text, const std::vector<Category>& categories)
{
    SubjectQuery query;
    query.m_filter = parseFilter(text, categories);
    return query;
}

void SubjectQuery::require(RowTest::What what)
{
    if (m_filter.alternatives.empty())
        m_filter.alternatives.emplace_back();
    for (FilterAlternative& alternative : m_filter.alternatives)
        alternative.rows.push_back({what, 0, false});
}

std::vector<char> SubjectQuery::matches(const TableSnapshot& table, const std::atomic_bool& cancelled) const
{
    std::vector<char> result(static_cast<size_t>(table.rowCount), isEmpty());
    if (isEmpty() || m_filter.problem)
        return result;
    onAllCores(table.blocks.size(), [&](size_t number) {
        for (const FilterAlternative& alternative : m_filter.alternatives) {
            if (!cancelled)
                markMatches(alternative, table, number, result.data() + (number << SubjectBlock::shift));
        }
    });
    return cancelled ? std::vector<char>() : result;
}

bool SubjectQuery::matchesRow(const TableSnapshot& table, quint32 row) const
{
    return isEmpty() || (!m_filter.problem && std::any_of(m_filter.alternatives.begin(), m_filter.alternatives.end(),
                                                          [&](const FilterAlternative& alternative) {
                                                              return holds(alternative, table, row);
                                                          }));
}

bool SubjectQuery::narrows(const SubjectQuery& wider) const
{
    if (problem() || wider.problem() || m_filter.alternatives.size() != 1 || wider.m_filter.alternatives.size() != 1)
        return false;
    const FilterAlternative& now = m_filter.alternatives.front();
    const FilterAlternative& before = wider.m_filter.alternatives.front();
    return std::all_of(before.words.begin(), before.words.end(),
                       [&](const WordTest& test) { return isImplied(test, now.words); }) &&
           std::all_of(before.rows.begin(), before.rows.end(),
                       [&](const RowTest& test) { return isAmong(now.rows, test); }) &&
           std::all_of(before.cells.begin(), before.cells.end(),
                       [&](const CellTest& test) { return isAmong(now.cells, test); });
}

bool SubjectQuery::looksAtCells() const
{
    return std::any_of(m_filter.alternatives.begin(), m_filter.alternatives.end(), [](const FilterAlternative& one) {
        return !one.cells.empty() || std::any_of(one.rows.begin(), one.rows.end(), [](const RowTest& test) {
            return isTimed(test) || test.what == RowTest::What::NeverChanged;
        });
    });
}

bool SubjectQuery::looksAtTime() const
{
    return std::any_of(m_filter.alternatives.begin(), m_filter.alternatives.end(), [](const FilterAlternative& one) {
        return std::any_of(one.rows.begin(), one.rows.end(), isTimed) ||
               std::any_of(one.cells.begin(), one.cells.end(),
                           [](const CellTest& test) { return test.what == CellTest::What::Snoozed; });
    });
}

}  // namespace refrain::console
