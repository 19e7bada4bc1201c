#include "console/table/tableview.h"

#include "console/table/subjecttable.h"

#include <QFutureWatcher>
#include <QTimer>
#include <QtConcurrentRun>

#include <atomic>
#include <utility>

namespace refrain::console {

namespace {

using Rows = std::vector<quint32>;

/// What one computation needs, so that it holds nothing of the view.
struct Job {
    TableSnapshot table;
    SubjectQuery query;
    SortKey key;
    Qt::SortOrder order = Qt::AscendingOrder;
    std::shared_ptr<const Rows> sorted;  ///< Null: to be sorted.
    std::shared_ptr<std::atomic_bool> cancelled;
};

struct Answer {
    Rows rows;
    bool complete = false;
    std::shared_ptr<const Rows> sorted;
};

constexpr size_t firstScreenful = 256;
/// Below this an answer is there before anybody could see half of it.
constexpr int worthTwoAnswers = 20'000;

void compute(QPromise<Answer>& promise, const Job& job)
{
    Answer answer;
    answer.sorted = job.sorted;
    const std::vector<char> matches =
        job.query.isEmpty() ? std::vector<char>() : job.query.matches(job.table, *job.cancelled);
    if (!answer.sorted) {
        answer.sorted = std::make_shared<const Rows>(sortedRows(job.table, job.key, job.order, *job.cancelled));
    }
    if (*job.cancelled)
        return;
    bool early = job.table.rowCount < worthTwoAnswers;
    for (const quint32 row : *answer.sorted) {
        if (!matches.empty() && !matches[row])
            continue;
        answer.rows.push_back(row);
        if (!early && answer.rows.size() == firstScreenful) {
            promise.addResult(answer);
            early = true;
        }
    }
    answer.complete = true;
    if (!*job.cancelled)
        promise.addResult(std::move(answer));
}

}  // namespace

struct TableView::Data {
    explicit Data(SubjectTable& t) : table(t) {}

    SubjectTable& table;
    QString filter;
    QString hint;
    SortKey key;
    Qt::SortOrder order = Qt::AscendingOrder;
    Rows rows;
    bool complete = true;
    bool busy = false;           ///< Until the answer has arrived here, not merely been computed.
    std::vector<int> positions;  ///< By row; made when first asked for.
    std::shared_ptr<const Rows> sorted;
    bool sortedIsFresh = false;
    std::unique_ptr<QFutureWatcher<Answer>> watcher;
    std::shared_ptr<std::atomic_bool> cancelled;
    QTimer arrivals;

    void cancel()
    {
        if (cancelled)
            *cancelled = true;
        watcher.reset();
    }
};

TableView::TableView(SubjectTable& table, QObject* parent) : QObject(parent), d(std::make_unique<Data>(table))
{
    d->arrivals.setSingleShot(true);
    d->arrivals.setInterval(250);
    connect(&d->arrivals, &QTimer::timeout, this, &TableView::refresh);
    const auto soon = [this] {
        d->sortedIsFresh = false;
        if (!d->arrivals.isActive())
            d->arrivals.start();
    };
    connect(&table, &SubjectTable::rowsAdded, this, soon);
    connect(&table, &SubjectTable::rowsChanged, this, [this] { d->sortedIsFresh = false; });
    connect(&table, &SubjectTable::cellsChanged, this, [this] {
        if (d->key.field == SortKey::Field::Category || d->key.field == SortKey::Field::Changed)
            d->sortedIsFresh = false;
    });
    // Row and column numbers lose their meaning at once, so nothing may show them until the new answer.
    const auto drop = [this, soon] {
        d->cancel();
        emit aboutToChange();
        d->rows.clear();
        d->positions.clear();
        d->complete = false;
        emit changed();
        soon();
    };
    connect(&table, &SubjectTable::aboutToReset, this, drop);
    connect(&table, &SubjectTable::categoriesChanged, this, [this] {
        d->sortedIsFresh = false;
        refresh();
    });
    refresh();
}

TableView::~TableView()
{
    d->cancel();
}

void TableView::setFilter(const QString& text)
{
    if (text == d->filter)
        return;
    d->filter = text;
    refresh();
}

QString TableView::filter() const
{
    return d->filter;
}

QString TableView::filterHint() const
{
    return d->hint;
}

void TableView::setSort(SortKey key, Qt::SortOrder order)
{
    if (key == d->key && order == d->order)
        return;
    d->key = key;
    d->order = order;
    d->sortedIsFresh = false;
    refresh();
}

SortKey TableView::sortKey() const
{
    return d->key;
}

Qt::SortOrder TableView::sortOrder() const
{
    return d->order;
}

void TableView::refresh()
{
    const bool wasBusy = std::exchange(d->busy, true);
    d->cancel();
    d->arrivals.stop();
    Job job;
    job.table = d->table.snapshot();
    job.query = SubjectQuery::parse(d->filter, d->table.categories());
    job.key = d->key;
    if (d->key.field == SortKey::Field::Category && d->key.category >= static_cast<int>(job.table.categories.size()))
        job.key = {};
    job.order = d->order;
    job.sorted = d->sortedIsFresh ? d->sorted : nullptr;
    job.cancelled = d->cancelled = std::make_shared<std::atomic_bool>(false);
    d->hint = job.query.hint();
    d->sortedIsFresh = true;

    d->watcher = std::make_unique<QFutureWatcher<Answer>>();
    QFutureWatcher<Answer>* watcher = d->watcher.get();
    connect(watcher, &QFutureWatcher<Answer>::resultReadyAt, this, [this, watcher](int index) {
        const Answer answer = watcher->future().resultAt(index);
        emit aboutToChange();
        d->rows = answer.rows;
        d->complete = answer.complete;
        d->positions.clear();
        d->sorted = answer.sorted;
        emit changed();
    });
    connect(watcher, &QFutureWatcher<Answer>::finished, this, [this] {
        d->busy = false;
        emit busyChanged(false);
    });
    watcher->setFuture(QtConcurrent::run(compute, std::move(job)));
    if (!wasBusy)
        emit busyChanged(true);
}

int TableView::count() const
{
    return static_cast<int>(d->rows.size());
}

int TableView::rowAt(int position) const
{
    return static_cast<int>(d->rows[static_cast<size_t>(position)]);
}

int TableView::positionOf(int row) const
{
    if (d->positions.empty()) {
        d->positions.assign(static_cast<size_t>(d->table.rowCount()), -1);
        for (size_t i = 0; i < d->rows.size(); ++i)
            d->positions[d->rows[i]] = static_cast<int>(i);
    }
    const auto at = static_cast<size_t>(row);
    return at < d->positions.size() ? d->positions[at] : -1;
}

bool TableView::isComplete() const
{
    return d->complete;
}

bool TableView::isBusy() const
{
    return d->busy;
}

}  // namespace refrain::console
