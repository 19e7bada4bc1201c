#include "ui/common/timetext.h"
#include "ui/insights/insightplots.h"
#include "ui/insights/plotparts.h"

#include <QLocale>

#include <algorithm>

namespace refrain::ui {

using namespace plotparts;
using console::InsightsReport;

namespace {

constexpr size_t mostBroadcasts = 60;

}  // namespace

Plot broadcastsPlot(const InsightsReport& report, const InsightFacts& facts)
{
    Plot plot;
    plot.id = QStringLiteral("broadcasts");
    plot.shape = Plot::Shape::Columns;
    plot.isOverTime = true;
    plot.title = Text::tr("Opt-outs after each broadcast");
    plot.none = Text::tr("No message went to more than one in this time.");
    plot.slotHeader = Text::tr("Broadcast");
    plot.unit = QStringLiteral("%");
    plot.tick = percent;
    plot.series = {{Text::tr("with its own button or link"), 0, {}}, {Text::tr("another way, within 7 days"), 1, {}}};
    std::vector<console::BroadcastPoint> shown;
    std::copy_if(report.broadcasts.begin(), report.broadcasts.end(), std::back_inserter(shown),
                 [&](const auto& one) { return one.sent > 0 && facts.isChosen(one.category); });
    if (shown.size() > mostBroadcasts)
        shown.erase(shown.begin(), shown.end() - mostBroadcasts);
    const console::BroadcastPoint* worst = nullptr;
    const auto rate = [](const console::BroadcastPoint& one) { return double(one.optedOut) / double(one.sent); };
    for (const console::BroadcastPoint& one : shown) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(one.at, report.zone);
        plot.slotNames << Text::tr("%1, %2", "category, time")
                              .arg(categoryTitle(facts, one.category),
                                   QLocale().toString(time,
                                                      Text::tr("d MMM yyyy, HH:mm", "a date's and a time's format")));
        plot.slotLabels << QLocale().toString(time.date(), Text::tr("d MMM", "a day's format"));
        const qint64 counts[] = {one.byButton, one.optedOut - one.byButton};
        for (size_t row = 0; row < 2; ++row) {
            PlotPoint point;
            point.value = 100.0 * double(counts[row]) / double(one.sent);
            point.text = Text::tr("%1 (%2 of %3)", "share, opt-outs, messages")
                             .arg(percent(point.value), grouped(counts[row]), grouped(one.sent));
            point.target.kind = PlotTarget::Kind::Notification;
            point.target.id = one.notification;
            plot.series[row].points.push_back(point);
        }
        if (!worst || rate(one) > rate(*worst))
            worst = &one;
    }
    if (worst && worst->optedOut > 0)
        plot.summary =
            Text::tr("Most after %1: %2 of %3.")
                .arg(plot.slotNames.at(worst - shown.data()), grouped(worst->optedOut), grouped(worst->sent));
    else
        plot.summary = Text::tr("Nobody left after one of them.");
    return plot;
}

Plot syncsPlot(const InsightsReport& report)
{
    Plot plot = overTime(report, QStringLiteral("syncs"));
    plot.shape = Plot::Shape::Columns;
    plot.title = Text::tr("Exchanges with Slack");
    plot.none = Text::tr("Nothing was exchanged in this time.");
    plot.series = {{Text::tr("done"), 5, {}}, {Text::tr("partly"), 4, {}}, {Text::tr("failed"), 1, {}}};
    for (PlotSeries& series : plot.series)
        series.points.resize(report.steps.size());
    qint64 all = 0;
    qint64 failed = 0;
    Millis longest = 0;
    for (const console::SyncPoint& sync : report.syncs) {
        const size_t step = stepOf(report, sync.at);
        const qint64 counts[] = {sync.ok, sync.partial, sync.failed};
        for (size_t row = 0; row < 3; ++row) {
            PlotPoint& point = plot.series[row].points[step];
            if (counts[row] == 0)
                continue;
            point.value = (point.isThere() ? point.value : 0) + double(counts[row]);
            point.text = pieces(point.value);
            point.target.kind = PlotTarget::Kind::Sync;
            point.target.id = sync.run;
            all += counts[row];
        }
        failed += sync.failed;
        longest = std::max(longest, sync.longest);
    }
    plot.summary =
        failed > 0 ? Text::tr("%1 in all, %2 failed; the longest took %3.")
                         .arg(grouped(all), grouped(failed), durationText(longest))
                   : Text::tr("%1 in all, none failed; the longest took %2.").arg(grouped(all), durationText(longest));
    return plot;
}

Plot waitingPlot(const InsightsReport& report, const InsightFacts& facts)
{
    Plot plot;
    plot.id = QStringLiteral("waiting");
    plot.shape = Plot::Shape::Bars;
    plot.title = Text::tr("What waits now");
    plot.none = Text::tr("Nothing waits.");
    plot.slotHeader = Text::tr("What");
    plot.tick = pieces;
    plot.series = {{QString(), 4, {}}};
    const auto add = [&](const QString& name, qint64 count, Millis since, const PlotTarget& target) {
        PlotPoint point;
        point.value = double(count);
        point.text = Text::tr("%1 · oldest %2", "how many, duration")
                         .arg(grouped(count), durationText(std::max(Millis(0), facts.now - since)));
        point.target = target;
        plot.slotNames << name;
        plot.series[0].points.push_back(point);
    };
    PlotTarget sync;
    sync.kind = PlotTarget::Kind::Sync;
    if (facts.waitingHere > 0)
        add(Text::tr("Changes in this console"), facts.waitingHere, facts.waitingSince.value_or(facts.now), sync);
    for (const console::WaitingPoint& waiting : report.waiting) {
        PlotTarget target = activity({}, {}, waiting.oldestAt, report.to);
        QString name = Text::tr("Changes that %1 has to confirm").arg(waiting.target);
        if (waiting.kind == QLatin1String("notifications")) {
            name = Text::tr("Recipients of a message");
            target.kind = PlotTarget::Kind::Notification;
            target.id = waiting.target;
        } else if (waiting.kind == QLatin1String("imports")) {
            name = Text::tr("Import rows for people not here yet");
            target.filter.source = Source::Import;
        } else if (waiting.kind == QLatin1String("approvals")) {
            name = Text::tr("Requests for approval");
        } else if (waiting.target == QLatin1String("acknowledgement")) {
            name = Text::tr("Acknowledgements in Slack");
        } else if (waiting.kind == QLatin1String("approvals")) {
            name = Text::tr("Acts that a second admin has to approve");
        }
        add(name, waiting.count, waiting.oldestAt, target);
    }
    plot.slotLabels = plot.slotNames;
    plot.summary = Text::tr("Saved, and not yet confirmed by whoever has to follow.");
    return plot;
}

}  // namespace refrain::ui
