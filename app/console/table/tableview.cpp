#include "console/table/tableview.h"

#include "console/table/subjecttable.h"
#include "console/table/viewanswer.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QTimer>
#include <QtConcurrentRun>

#include <utility>

namespace refrain::console {

namespace {

/// Rows come in bursts: after so long a quiet all of them are there.
constexpr int quietMs = 100;
/// While they go on coming, what came is taken in this often, and seldom where it is much: a load that sorts all the
/// time does not load.
constexpr qint64 leastRestMs = 1'000;
constexpr qint64 mostRestMs = 3'000;
constexpr qint64 restAfterWork = 4;

/// What of an answer still is as the table would give it.
struct Fresh {
    bool order = false;
    bool texts = false;
    bool cells = false;
};

}  // namespace

struct TableView::Data {
    explicit Data(SubjectTable& t, Shows s) : table(t), shows(s) {}

    SubjectTable& table;
    Shows shows;
    QString filter;
    QString asked;  ///< The last one that was no piece of another.
    std::optional<FilterProblem> problem;
    SortKey key;
    Qt::SortOrder direction = Qt::AscendingOrder;
    ViewAnswer answer;
    Fresh fresh;               ///< The answer.
    Fresh since;               ///< What the computation that is under way began with.
    bool busy = false;         ///< Until the answer has arrived here, not merely been computed.
    bool hasArrivals = false;  ///< While busy with what came before.
    std::unique_ptr<QFutureWatcher<ViewAnswer>> watcher;
    std::shared_ptr<std::atomic_bool> cancelled;
    QTimer arrivals;
    QElapsedTimer work;
    QElapsedTimer resting;
    qint64 restMs = 0;

    void cancel()
    {
        if (cancelled)
            *cancelled = true;
        watcher.reset();
    }
    [[nodiscard]] bool isIdle() const { return shows == Shows::WhenFiltered && asked.isEmpty(); }
    [[nodiscard]] ViewJob job();
    void sawRows();
    void lose(bool Fresh::*what) { fresh.*what = since.*what = false; }
};

/// Takes up what can be of the answer before.
ViewJob TableView::Data::job()
{
    ViewJob job;
    job.table = table.snapshot();
    job.query = SubjectQuery::parse(asked, table.categories());
    job.key = key;
    if (key.field == SortKey::Field::Category && key.category >= static_cast<int>(job.table.categories.size()))
        job.key = {};
    job.direction = direction;
    job.order = fresh.order ? answer.order : nullptr;
    const bool isFresh = fresh.texts && (fresh.cells || !answer.query.looksAtCells());
    if (job.order && isFresh && answer.isComplete && !answer.query.isEmpty() && job.query.narrows(answer.query))
        job.candidates = answer.rows;
    job.cancelled = cancelled = std::make_shared<std::atomic_bool>(false);
    problem = job.query.problem();
    return job;
}

/// The first at once, others gathered; never so often that the load waits for the sorting.
void TableView::Data::sawRows()
{
    lose(&Fresh::order);
    lose(&Fresh::texts);
    if (isIdle())
        return;
    if (answer.order->rows.empty() && !busy)
        arrivals.start(0);
    else if (busy)
        hasArrivals = true;
    else if (resting.elapsed() >= restMs)
        arrivals.start(0);
    else
        arrivals.start(quietMs);
}

TableView::TableView(SubjectTable& table, QObject* parent, Shows shows)
    : QObject(parent), d(std::make_unique<Data>(table, shows))
{
    d->arrivals.setSingleShot(true);
    connect(&d->arrivals, &QTimer::timeout, this, &TableView::refresh);
    connect(&table, &SubjectTable::rowsAdded, this, [this] { d->sawRows(); });
    connect(&table, &SubjectTable::rowsChanged, this, [this] {
        d->lose(&Fresh::order);
        d->lose(&Fresh::texts);
    });
    connect(&table, &SubjectTable::cellsChanged, this, [this] {
        d->lose(&Fresh::cells);
        if (d->key.field == SortKey::Field::Category || d->key.field == SortKey::Field::Changed)
            d->lose(&Fresh::order);
    });
    // Row and column numbers lose their meaning at once, so nothing may show them until the new answer.
    connect(&table, &SubjectTable::aboutToReset, this, [this] {
        d->cancel();
        d->busy = false;
        emit aboutToChange();
        d->answer = {};
        emit changed();
        d->sawRows();
    });
    connect(&table, &SubjectTable::categoriesChanged, this, [this] {
        d->lose(&Fresh::order);
        d->lose(&Fresh::cells);
        refresh();
    });
    d->resting.start();
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
    // What somebody is in the middle of typing leaves the list as it is.
    const auto problem = SubjectQuery::parse(text, d->table.categories()).problem();
    if (problem && problem->isUnfinished) {
        d->problem = problem;
        return;
    }
    d->asked = text;
    refresh();
}

QString TableView::filter() const
{
    return d->filter;
}

const std::optional<FilterProblem>& TableView::problem() const
{
    return d->problem;
}

void TableView::setSort(SortKey key, Qt::SortOrder order)
{
    if (key == d->key && order == d->direction)
        return;
    d->key = key;
    d->direction = order;
    d->lose(&Fresh::order);
    refresh();
}

SortKey TableView::sortKey() const
{
    return d->key;
}

Qt::SortOrder TableView::sortOrder() const
{
    return d->direction;
}

void TableView::refresh()
{
    d->cancel();
    d->arrivals.stop();
    d->hasArrivals = false;
    if (d->isIdle()) {
        emit aboutToChange();
        d->answer = {};
        d->answer.isComplete = true;
        d->fresh = {};
        emit changed();
        if (std::exchange(d->busy, false))
            emit busyChanged(false);
        return;
    }
    const bool wasBusy = std::exchange(d->busy, true);
    ViewJob job = d->job();
    d->since = {true, true, true};
    d->work.start();
    d->watcher = std::make_unique<QFutureWatcher<ViewAnswer>>();
    QFutureWatcher<ViewAnswer>* watcher = d->watcher.get();
    connect(watcher, &QFutureWatcher<ViewAnswer>::resultReadyAt, this, [this, watcher](int index) {
        emit aboutToChange();
        d->answer = watcher->future().resultAt(index);
        d->fresh = d->since;
        emit changed();
    });
    connect(watcher, &QFutureWatcher<ViewAnswer>::finished, this, [this] {
        d->busy = false;
        d->restMs = std::clamp(d->work.elapsed() * restAfterWork, leastRestMs, mostRestMs);
        d->resting.start();
        if (std::exchange(d->hasArrivals, false))
            d->arrivals.start(quietMs);
        emit busyChanged(false);
    });
    watcher->setFuture(QtConcurrent::run(compute, std::move(job)));
    if (!wasBusy)
        emit busyChanged(true);
}

int TableView::count() const
{
    return static_cast<int>(d->answer.rows->size());
}

int TableView::rowAt(int position) const
{
    return static_cast<int>((*d->answer.rows)[static_cast<size_t>(position)]);
}

std::shared_ptr<const Rows> TableView::rows() const
{
    return d->answer.rows;
}

int TableView::positionOf(int row) const
{
    return d->answer.positionOf(static_cast<quint32>(row));
}

bool TableView::isComplete() const
{
    return d->answer.isComplete;
}

bool TableView::isBusy() const
{
    return d->busy;
}

}  // namespace refrain::console
