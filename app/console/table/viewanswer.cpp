#include "console/table/viewanswer.h"

#include <algorithm>

namespace refrain::console {

namespace {

constexpr size_t firstScreenful = 256;
/// Below this an answer is there before anybody could see half of it.
constexpr int worthTwoAnswers = 20'000;
/// A row looked at alone, somewhere in memory, costs as much as so many that are scanned one after the other.
constexpr size_t costOfOne = 32;

std::shared_ptr<const ViewOrder> orderOf(const ViewJob& job)
{
    auto order = std::make_shared<ViewOrder>();
    order->rows = sortedRows(job.table, job.key, job.direction, *job.cancelled);
    order->places.resize(order->rows.size());
    for (quint32 place = 0; place < order->rows.size(); ++place)
        order->places[order->rows[place]] = place;
    return order;
}

class Collector {
public:
    Collector(QPromise<ViewAnswer>& promise, const ViewJob& job, ViewAnswer answer)
        : m_promise(promise), m_job(job), m_answer(std::move(answer)), m_isEarly(job.table.rowCount < worthTwoAnswers)
    {
    }

    template <class Matches>
    void collect(const Rows& from, Matches matches)
    {
        Rows found;
        for (size_t i = 0; i < from.size(); ++i) {
            if (i % SubjectBlock::capacity == 0 && *m_job.cancelled)
                return;
            if (!matches(from[i]))
                continue;
            found.push_back(from[i]);
            if (!m_isEarly && found.size() == firstScreenful) {
                m_isEarly = true;
                m_answer.rows = std::make_shared<const Rows>(found);
                m_promise.addResult(m_answer);
            }
        }
        finish(std::make_shared<const Rows>(std::move(found)));
    }
    void finish(std::shared_ptr<const Rows> rows)
    {
        m_answer.rows = std::move(rows);
        m_answer.isComplete = true;
        if (!*m_job.cancelled)
            m_promise.addResult(std::move(m_answer));
    }

private:
    QPromise<ViewAnswer>& m_promise;
    const ViewJob& m_job;
    ViewAnswer m_answer;
    bool m_isEarly;
};

}  // namespace

int ViewAnswer::positionOf(quint32 row) const
{
    if (row >= order->places.size())
        return -1;
    const quint32 place = order->places[row];
    const auto at = std::lower_bound(rows->begin(), rows->end(), place,
                                     [this](quint32 one, quint32 wanted) { return order->places[one] < wanted; });
    return at != rows->end() && *at == row ? static_cast<int>(at - rows->begin()) : -1;
}

void compute(QPromise<ViewAnswer>& promise, const ViewJob& job)
{
    ViewAnswer answer;
    answer.query = job.query;
    answer.order = job.order ? job.order : orderOf(job);
    if (*job.cancelled)
        return;
    Collector collector(promise, job, answer);
    if (job.query.isEmpty()) {
        collector.finish({answer.order, &answer.order->rows});
        return;
    }
    const Rows& from = job.candidates ? *job.candidates : answer.order->rows;
    if (from.size() * costOfOne < static_cast<size_t>(job.table.rowCount)) {
        collector.collect(from, [&](quint32 row) { return job.query.matchesRow(job.table, row); });
        return;
    }
    const std::vector<char> matches = job.query.matches(job.table, *job.cancelled);
    if (!*job.cancelled)
        collector.collect(from, [&](quint32 row) { return matches[row] != 0; });
}

}  // namespace refrain::console
