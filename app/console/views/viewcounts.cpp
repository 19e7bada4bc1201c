#include "console/views/viewcounts.h"

#include "console/table/filter/subjectquery.h"
#include "console/table/subjecttable.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QHash>
#include <QTimer>
#include <QtConcurrentRun>

#include <algorithm>

namespace refrain::console {

namespace {

/// A burst of changes is counted once.
constexpr int gatherMs = 150;
/// More changed rows than this are quicker counted all together.
constexpr qsizetype mostChanged = 20'000;

/// What one view was found to have.
struct Counted {
    std::vector<bool> hits;  ///< By row.
    int count = 0;
    bool isKnown = false;
};

struct Task {
    QString view;
    SubjectQuery query;
    bool ofChannels = false;
    std::shared_ptr<const Counted> before;  ///< Null: all rows are to be looked at.
};

struct Job {
    TableSnapshot tables[2];    ///< People, channels.
    QList<int> changedRows[2];  ///< Since `before` of the tasks; new rows are known by their number.
    std::vector<Task> tasks;
    std::shared_ptr<std::atomic_bool> cancelled;
};

using Answers = QHash<QString, std::shared_ptr<const Counted>>;

std::shared_ptr<const Counted> counted(const Task& task, const TableSnapshot& table, const QList<int>& changedRows,
                                       const std::atomic_bool& cancelled)
{
    auto now = std::make_shared<Counted>();
    now->isKnown = !task.query.problem();
    if (!task.before) {
        const std::vector<char> matches = task.query.matches(table, cancelled);
        now->hits.assign(matches.begin(), matches.end());
        now->count = static_cast<int>(std::count(matches.begin(), matches.end(), 1));
        return now;
    }
    *now = *task.before;
    const auto look = [&](int row) {
        const bool is = task.query.matchesRow(table, static_cast<quint32>(row));
        now->count += int(is) - int(now->hits[size_t(row)]);
        now->hits[size_t(row)] = is;
    };
    const int known = static_cast<int>(now->hits.size());
    now->hits.resize(static_cast<size_t>(table.rowCount), false);
    for (int row = known; row < table.rowCount; ++row)
        look(row);
    for (const int row : changedRows)
        look(row);
    return now;
}

Answers countAll(const Job& job)
{
    Answers answers;
    for (const Task& task : job.tasks) {
        const int table = task.ofChannels ? 1 : 0;
        if (!*job.cancelled)
            answers.insert(task.view, counted(task, job.tables[table], job.changedRows[table], *job.cancelled));
    }
    return answers;
}

}  // namespace

struct ViewCounts::Data {
    Data(const SavedViews& v, SubjectTable& people, SubjectTable& channels) : views(v), tables{&people, &channels} {}

    const SavedViews& views;
    SubjectTable* tables[2];
    QHash<QString, QString> filters;  ///< Of what is counted, by view: with another one it is counted anew.
    Answers known;
    QList<int> changedRows[2];
    QTimer soon;
    std::shared_ptr<std::atomic_bool> cancelled = std::make_shared<std::atomic_bool>(false);
    std::unique_ptr<QFutureWatcher<Answers>> watcher;
    bool isAgain = false;
    QElapsedTimer work;
    qint64 restMs = gatherMs;  ///< What costs much is done seldom.

    /// What was found is worth nothing any more.
    void forget()
    {
        *cancelled = true;
        watcher.reset();
        known.clear();
        for (QList<int>& rows : changedRows)
            rows.clear();
    }
    void saw(int table, const QList<int>& rows)
    {
        changedRows[table] += rows;
        if (changedRows[table].size() > mostChanged)
            forget();
        later();
    }
    void later()
    {
        isAgain = watcher != nullptr;
        if (!watcher && !soon.isActive())
            soon.start(static_cast<int>(restMs));
    }
    [[nodiscard]] Job job();
};

Job ViewCounts::Data::job()
{
    Job job;
    for (int table = 0; table < 2; ++table) {
        job.tables[table] = tables[table]->snapshot();
        job.changedRows[table] = std::exchange(changedRows[table], {});
    }
    for (const SavedView& view : views.all()) {
        Task task{view.id, SubjectQuery::parse(view.filter, tables[0]->categories()), view.ofChannels, {}};
        if (filters.value(view.id) == view.filter)
            task.before = known.value(view.id);
        filters.insert(view.id, view.filter);
        job.tasks.push_back(task);
    }
    job.cancelled = cancelled = std::make_shared<std::atomic_bool>(false);
    return job;
}

ViewCounts::ViewCounts(const SavedViews& views, SubjectTable& people, SubjectTable& channels, QObject* parent)
    : QObject(parent), d(std::make_unique<Data>(views, people, channels))
{
    d->soon.setSingleShot(true);
    connect(&d->soon, &QTimer::timeout, this, qOverload<>(&ViewCounts::count));
    connect(&views, &SavedViews::changed, this, [this] { d->later(); });
    for (int table = 0; table < 2; ++table) {
        SubjectTable* one = d->tables[table];
        connect(one, &SubjectTable::rowsAdded, this, [this] { d->later(); });
        connect(one, &SubjectTable::rowsChanged, this, [this, table](const QList<int>& rows) { d->saw(table, rows); });
        connect(one, &SubjectTable::cellsChanged, this, [this, table](const QList<int>& rows) { d->saw(table, rows); });
        const auto anew = [this] {
            d->forget();
            d->later();
        };
        connect(one, &SubjectTable::wasReset, this, anew);
        connect(one, &SubjectTable::categoriesChanged, this, anew);
    }
    d->later();
}

ViewCounts::~ViewCounts()
{
    *d->cancelled = true;
}

std::optional<int> ViewCounts::count(const QString& view) const
{
    const auto found = d->known.value(view);
    return found && found->isKnown ? std::optional(found->count) : std::nullopt;
}

void ViewCounts::timePassed()
{
    for (const SavedView& view : d->views.all()) {
        if (SubjectQuery::parse(view.filter, d->tables[0]->categories()).looksAtTime())
            d->known.remove(view.id);
    }
    d->later();
}

void ViewCounts::count()
{
    if (d->views.all().empty()) {
        d->forget();
        return;
    }
    d->isAgain = false;
    d->work.start();
    d->watcher = std::make_unique<QFutureWatcher<Answers>>();
    QFutureWatcher<Answers>* watcher = d->watcher.get();
    connect(watcher, &QFutureWatcher<Answers>::finished, this, [this, watcher] {
        d->known = watcher->result();
        d->restMs = std::clamp<qint64>(d->work.elapsed() * 4, gatherMs, 3'000);
        // Later: this is the watcher's own signal.
        d->watcher.release()->deleteLater();
        if (d->isAgain)
            d->later();
        emit changed();
    });
    watcher->setFuture(QtConcurrent::run(countAll, d->job()));
}

}  // namespace refrain::console
