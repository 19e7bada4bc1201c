#include "service/usecases/statistics.h"

#include "service/workflows/workspacezone.h"
#include "store/changestore.h"
#include "store/statcounter.h"
#include "store/workspacestore.h"

#include <QElapsedTimer>

#include <algorithm>

namespace refrain::service {

namespace {

using store::ChoiceCount;
using store::DelayCount;
using store::MessageCount;

constexpr Millis day = 24LL * 3600 * 1000;
constexpr Millis countingPatience = 1500;
constexpr Millis roundPatience = 4000;  // a stop waits for it
constexpr qint64 changesAtOnce = 5000;  // some 50 ms, in which nobody else writes
constexpr int notificationsAtOnce = 100;
constexpr size_t mostBroadcasts = 200;

void add(ChoiceCount& sum, const ChoiceCount& more)
{
    sum.optedOut += more.optedOut;
    sum.optedIn += more.optedIn;
    sum.backToDefault += more.backToDefault;
    sum.snoozed += more.snoozed;
    sum.undone += more.undone;
}

/// So long at most that share of the choices took.
Millis quantile(const std::vector<DelayCount>& counts, qint64 all, int percent)
{
    qint64 seen = 0;
    for (const DelayCount& count : counts) {
        seen += count.choices;
        if (seen * 100 >= all * percent)
            return count.atMost;
    }
    return 0;
}

void addDelays(StatReport& report, Millis at, const std::vector<DelayCount>& counts)
{
    std::map<QString, std::vector<DelayCount>> bySource;
    for (const DelayCount& count : counts)
        bySource[count.source].push_back(count);
    for (const auto& [source, own] : bySource) {
        StatDelay& delay = report.delays[{at, source}];
        for (const DelayCount& count : own)
            delay.choices += count.choices;
        delay.half = quantile(own, delay.choices, 50);
        delay.most = quantile(own, delay.choices, 95);
        delay.longest = own.back().atMost;
    }
}

void addSyncs(StatReport& report, const std::vector<SyncRun>& runs)
{
    std::map<std::pair<Millis, QString>, std::vector<Millis>> lasted;
    for (const SyncRun& run : runs) {
        const auto after = std::upper_bound(report.steps.begin(), report.steps.end(), run.startedAt);
        if (after == report.steps.begin() || after == report.steps.end())
            continue;
        const std::pair key(*std::prev(after), toString(run.kind));
        StatSyncs& syncs = report.syncs[key];
        const Millis took = run.finishedAt ? *run.finishedAt - run.startedAt : 0;
        const bool isLongest = syncs.failed == 0 && took >= syncs.longest;
        switch (run.outcome) {
            case SyncOutcome::Ok: ++syncs.ok; break;
            case SyncOutcome::Partial: ++syncs.partial; break;
            case SyncOutcome::Failed: ++syncs.failed; break;
            case SyncOutcome::Running: ++syncs.running; break;
        }
        if (run.outcome == SyncOutcome::Failed || isLongest)
            syncs.worst = run.id;
        syncs.longest = std::max(syncs.longest, took);
        if (run.finishedAt)
            lasted[key].push_back(took);
    }
    for (auto& [key, times] : lasted) {
        const auto middle = times.begin() + std::ptrdiff_t(times.size() / 2);
        std::nth_element(times.begin(), middle, times.end());
        report.syncs[key].half = *middle;
    }
}

void addMessages(StatReport& report, const std::vector<MessageCount>& messages)
{
    for (const MessageCount& message : messages) {
        const auto after = std::upper_bound(report.steps.begin(), report.steps.end(), message.at);
        if (after == report.steps.begin() || after == report.steps.end())
            continue;
        MessageCount& sum = report.messages[{*std::prev(after), message.category}];
        sum.sent += message.sent;
        sum.skipped += message.skipped;
        sum.failed += message.failed;
        sum.uncertain += message.uncertain;
        if (message.recipients > 1)
            report.broadcasts.push_back(message);
    }
    if (report.broadcasts.size() > mostBroadcasts)
        report.broadcasts.erase(report.broadcasts.begin(), report.broadcasts.end() - mostBroadcasts);
}

Result<> addStep(StatReport& report, store::StatStore& stats, const WorkspaceId& workspace, const store::TimeSpan& span,
                 const CategorySlug& category)
{
    const auto choices = stats.choices(workspace, span);
    const auto delays = stats.delays(workspace, span);
    if (!choices || !delays)
        return !choices ? choices.error() : delays.error();
    for (const ChoiceCount& count : *choices) {
        if (!category.isEmpty() && count.category != category)
            continue;
        add(report.choices[{span.from, count.category}], count);
        add(report.sources[{span.from, {count.source, count.category}}], count);
    }
    addDelays(report, span.from, *delays);
    return {};
}

Result<> fill(StatReport& report, store::Database& database, const WorkspaceId& workspace, const CategorySlug& category)
{
    store::StatStore stats(database);
    for (size_t i = 0; i + 1 < report.steps.size(); ++i) {
        if (Result<> done = addStep(report, stats, workspace, {report.steps[i], report.steps[i + 1]}, category); !done)
            return done;
    }
    const store::TimeSpan whole{report.steps.front(), report.steps.back()};
    auto messages = stats.messages(workspace, whole);
    const auto syncs = stats.syncs(workspace, whole);
    auto waiting = stats.waiting(workspace);
    if (!messages || !syncs || !waiting)
        return !messages ? messages.error() : !syncs ? syncs.error() : waiting.error();
    if (!category.isEmpty())
        std::erase_if(*messages, [&](const MessageCount& message) { return message.category != category; });
    addMessages(report, *messages);
    addSyncs(report, *syncs);
    report.waiting = *std::move(waiting);
    return {};
}

}  // namespace

Result<std::vector<Millis>> Statistics::stepsOf(const StatQuestion& question, const QTimeZone& zone) const
{
    const Millis length = question.step == StepLength::Hour  ? day / 24
                          : question.step == StepLength::Day ? day
                                                             : 7 * day;
    const Millis to = question.to.value_or(m_clock.now() + 1);
    const Millis from = question.from.value_or(to - 30 * length);
    if (from >= to || from < 7 * day)
        return Error::invalid(QStringLiteral("from must lie before to, and after January 1970."),
                              QStringLiteral("/from"));
    if ((to - from) / length >= mostSteps)
        return Error::invalid(
            QStringLiteral("That would be more than %1 steps. Ask for longer steps or less time.").arg(mostSteps),
            QStringLiteral("/step"));
    return timeSteps(from, to, question.step, zone, mostSteps + 2);
}

Result<StatReport> Statistics::report(const WorkspaceId& workspace, const StatQuestion& question)
{
    if (Result<> counted = count(workspace, countingPatience); !counted)
        return counted.error();
    return m_pool.read<StatReport>([&](store::Database& database) -> Result<StatReport> {
        StatReport report;
        const Result<QTimeZone> zone =
            question.zone ? Result<QTimeZone>(*question.zone) : zoneOf(database, m_vault, workspace);
        if (!zone)
            return zone.error();
        report.zone = *zone;
        Result<std::vector<Millis>> steps = stepsOf(question, *zone);
        const Result<qint64> seq = store::ChangeStore(database).lastSeq(workspace);
        const Result<qint64> counted = store::StatCounter(database).countedTo(workspace);
        if (!steps || !seq || !counted)
            return !steps ? steps.error() : !seq ? seq.error() : counted.error();
        report.steps = *std::move(steps);
        report.seq = *seq;
        report.counted = *counted;
        if (Result<> done = fill(report, database, workspace, question.category); !done)
            return done.error();
        return report;
    });
}

Result<> Statistics::count(const WorkspaceId& workspace, Millis atMost)
{
    QElapsedTimer time;
    time.start();
    // Seen without a write first: most times there is nothing to count.
    const auto isBehind = [&](store::Database& database) -> Result<bool> {
        const Result<qint64> last = store::ChangeStore(database).lastSeq(workspace);
        const Result<qint64> counted = store::StatCounter(database).countedTo(workspace);
        return !last ? last.error() : !counted ? Result<bool>(counted.error()) : Result<bool>(*counted < *last);
    };
    for (Result<bool> behind = m_pool.read<bool>(isBehind);; behind = m_pool.read<bool>(isBehind)) {
        if (!behind)
            return behind.error();
        if (!*behind || time.elapsed() > atMost)
            return {};
        const auto counted = m_pool.write<qint64>(
            [&](store::Database& database) { return store::StatCounter(database).count(workspace, changesAtOnce); });
        if (!counted)
            return counted.error();
    }
}

Result<> Statistics::countAll()
{
    const Result<store::Database*> database = m_pool.connection();
    if (!database)
        return database.error();
    const auto workspaces = store::WorkspaceStore(**database, m_vault).all();
    if (!workspaces)
        return workspaces.error();
    for (const store::Workspace& workspace : *workspaces) {
        if (Result<> counted = count(workspace.id, roundPatience); !counted)
            return counted;
        Result<qint64> settled = notificationsAtOnce;
        while (settled && *settled >= notificationsAtOnce)
            settled = m_pool.write<qint64>([&](store::Database& open) {
                return store::StatCounter(open).settle(workspace.id, notificationsAtOnce);
            });
        if (!settled)
            return settled.error();
    }
    return {};
}

}  // namespace refrain::service
