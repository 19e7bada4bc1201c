#include "ui/insights/insightplots.h"

#include "console/desk/subjectdetail.h"
#include "console/table/builtinwords.h"
#include "ui/common/timetext.h"
#include "ui/insights/plotlook.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace refrain::ui {

namespace {

using console::ChoicePoint;
using console::InsightsReport;
using Step = console::InsightsQuestion::Step;

constexpr size_t mostSeries = 6;
constexpr size_t mostBroadcasts = 60;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(InsightPlots)
};

/// Nothing for half a piece: a scale of counts has whole numbers only.
QString pieces(double value)
{
    return value == std::floor(value) ? grouped(qint64(value)) : QString();
}

QString percent(double value)
{
    return Text::tr("%1 %", "a share")
        .arg(QLocale().toString(value, 'f', value < 10 && value != std::floor(value) ? 1 : 0));
}

QString sourceName(const QString& source)
{
    const auto known = sourceFromString(source);
    return known ? console::Wording::how(*known) : source;
}

PlotTarget activity(const CategorySlug& category, const QString& source, Millis from, Millis to)
{
    PlotTarget target;
    target.kind = PlotTarget::Kind::Activity;
    target.filter.category = category;
    target.filter.source = sourceFromString(source);
    target.filter.from = from;
    target.filter.to = to;
    return target;
}

size_t stepOf(const InsightsReport& report, Millis at)
{
    const auto after = std::upper_bound(report.steps.begin(), report.steps.end(), at);
    return after == report.steps.begin() ? 0 : size_t(after - report.steps.begin()) - 1;
}

QString stepLabel(const InsightsReport& report, size_t step)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(report.steps[step], report.zone);
    return report.step == Step::Hour ? time.toString(QStringLiteral("HH:mm"))
                                     : QLocale().toString(time.date(), Text::tr("d MMM", "a day's format"));
}

/// A plot over time, without its series.
Plot overTime(const InsightsReport& report, const QString& id)
{
    Plot plot;
    plot.id = id;
    plot.slotHeader = report.step == Step::Hour  ? Text::tr("Hour")
                      : report.step == Step::Day ? Text::tr("Day")
                                                 : Text::tr("Week");
    for (size_t step = 0; step < report.steps.size(); ++step) {
        plot.slotNames << stepName(report, step);
        plot.slotLabels << stepLabel(report, step);
    }
    plot.tick = pieces;
    return plot;
}

/// "Most on Monday, 2 Nov 2026: 12."
QString mostOn(const Plot& plot, const std::vector<qint64>& sums)
{
    const auto most = std::max_element(sums.begin(), sums.end());
    return most == sums.end() || *most == 0 ? QString()
                                            : Text::tr("Most: %1, %2.", "how many, when")
                                                  .arg(grouped(*most), plot.slotNames.value(most - sums.begin()));
}

}  // namespace

QString categoryTitle(const InsightFacts& facts, const CategorySlug& slug)
{
    if (slug == everyCategory())
        return Text::tr("All optional messages");
    for (const Category& category : facts.categories) {
        if (category.slug == slug)
            return console::builtInWords(category.title);
    }
    return slug.toString();
}

QString stepName(const InsightsReport& report, size_t step)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(report.steps[step], report.zone);
    const QString day = QLocale().toString(time.date(), Text::tr("ddd, d MMM yyyy", "a day's format"));
    switch (report.step) {
        case Step::Hour: return Text::tr("%1, %2", "day, time").arg(day, time.toString(QStringLiteral("HH:mm")));
        case Step::Day: return day;
        case Step::Week: return Text::tr("week from %1").arg(day);
    }
    return day;
}

Plot choicesPlot(const InsightsReport& report, const InsightFacts& facts, bool optIns)
{
    Plot plot = overTime(report, optIns ? QStringLiteral("optins") : QStringLiteral("optouts"));
    plot.title = optIns ? Text::tr("Opt-ins") : Text::tr("Opt-outs");
    plot.none = optIns ? Text::tr("Nobody turned anything on in this time.")
                       : Text::tr("Nobody turned anything off in this time.");
    std::map<CategorySlug, std::vector<qint64>> counts;
    std::vector<qint64> sums(report.steps.size());
    for (const ChoicePoint& point : report.choices) {
        const qint64 value = optIns ? point.optedIn : point.optedOut;
        if (value == 0 || !facts.isChosen(point.category))
            continue;
        auto& own = counts.try_emplace(point.category, report.steps.size()).first->second;
        own[stepOf(report, point.at)] += value;
        sums[stepOf(report, point.at)] += value;
    }
    std::vector<std::pair<qint64, CategorySlug>> order;
    for (const auto& [key, own] : counts)
        order.emplace_back(-std::accumulate(own.begin(), own.end(), qint64(0)), key);
    std::sort(order.begin(), order.end());
    qint64 all = 0;
    for (size_t i = 0; i < order.size(); ++i) {
        all -= order[i].first;
        const bool isRest = i >= mostSeries - 1 && order.size() > mostSeries;
        if (!isRest || i == mostSeries - 1)
            plot.series.push_back({isRest ? Text::tr("Others") : categoryTitle(facts, order[i].second),
                                   isRest ? restLook : int(i), std::vector<PlotPoint>(report.steps.size())});
        PlotSeries& series = plot.series.back();
        for (size_t step = 0; step < report.steps.size(); ++step) {
            PlotPoint& point = series.points[step];
            point.value = (point.isThere() ? point.value : 0) + double(counts.at(order[i].second)[step]);
            point.text = pieces(point.value);
            point.target =
                activity(isRest ? CategorySlug() : order[i].second, {}, report.steps[step], report.endOf(step));
        }
    }
    plot.summary = (optIns ? Text::tr("%1 in all.", "opt-ins") : Text::tr("%1 in all.", "opt-outs")).arg(grouped(all)) +
                   QLatin1Char(' ') + mostOn(plot, sums);
    return plot;
}

Plot broadcastsPlot(const InsightsReport& report, const InsightFacts& facts)
{
    Plot plot;
    plot.id = QStringLiteral("broadcasts");
    plot.shape = Plot::Shape::Columns;
    plot.title = Text::tr("Opt-outs after each broadcast");
    plot.none = Text::tr("No message went to more than one in this time.");
    plot.slotHeader = Text::tr("Broadcast");
    plot.unit = QStringLiteral("%");
    plot.tick = percent;
    plot.series = {{Text::tr("with its own button"), 0, {}}, {Text::tr("another way, within 7 days"), 1, {}}};
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

Plot sourcesPlot(const InsightsReport& report, const InsightFacts& facts)
{
    Plot plot;
    plot.id = QStringLiteral("sources");
    plot.shape = Plot::Shape::Bars;
    plot.title = Text::tr("How people opted out");
    plot.none = Text::tr("Nobody turned anything off in this time.");
    plot.slotHeader = Text::tr("Way");
    plot.tick = pieces;
    std::map<QString, qint64> sums;
    qint64 all = 0;
    for (const ChoicePoint& point : report.sources) {
        if (point.optedOut == 0 || !facts.isChosen(point.category))
            continue;
        sums[point.source] += point.optedOut;
        all += point.optedOut;
    }
    std::vector<std::pair<qint64, QString>> order;
    for (const auto& [source, sum] : sums)
        order.emplace_back(-sum, source);
    std::sort(order.begin(), order.end());
    plot.series = {{QString(), 0, {}}};
    for (const auto& [negative, source] : order) {
        plot.slotNames << sourceName(source);
        PlotPoint point;
        point.value = double(-negative);
        point.text = Text::tr("%1 · %2", "how many, share")
                         .arg(grouped(-negative), percent(std::round(-100.0 * double(negative) / double(all))));
        point.target = activity(facts.chosen.size() == 1 ? *facts.chosen.begin() : CategorySlug(), source,
                                report.steps.front(), report.to);
        plot.series[0].points.push_back(point);
    }
    plot.slotLabels = plot.slotNames;
    if (!order.empty())
        plot.summary = Text::tr("%1 in all, most of them %2.", "opt-outs").arg(grouped(all), plot.slotNames.first());
    return plot;
}

Plot delaysPlot(const InsightsReport& report)
{
    Plot plot = overTime(report, QStringLiteral("delays"));
    plot.title = Text::tr("From the click to in force");
    plot.none = Text::tr("Nobody clicked for anything in this time.");
    plot.tick = [](double value) { return durationText(Millis(value)); };
    plot.unit = QStringLiteral("ms");
    plot.isLogarithmic = true;
    std::map<QString, PlotSeries> series;
    Millis longest = 0;
    for (const console::DelayPoint& delay : report.delays) {
        PlotSeries& own = series[delay.source];
        own.points.resize(report.steps.size());
        const size_t step = stepOf(report, delay.at);
        PlotPoint& point = own.points[step];
        point.value = double(delay.most);
        point.text =
            Text::tr("95 of 100 within %1, half within %2").arg(durationText(delay.most), durationText(delay.half));
        point.target = activity({}, delay.source, report.steps[step], report.endOf(step));
        longest = std::max(longest, delay.most);
    }
    for (auto& [source, own] : series) {
        own.name = sourceName(source);
        own.look = int(plot.series.size());
        plot.series.push_back(std::move(own));
    }
    if (!plot.series.empty())
        plot.summary = Text::tr("95 of 100 choices were in force within the time shown; never later than %1.")
                           .arg(durationText(longest));
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
        } else if (waiting.target == QLatin1String("acknowledgement")) {
            name = Text::tr("Acknowledgements in Slack");
        }
        add(name, waiting.count, waiting.oldestAt, target);
    }
    plot.slotLabels = plot.slotNames;
    plot.summary = Text::tr("Saved, and not yet confirmed by whoever has to follow.");
    return plot;
}

std::vector<Plot> insightPlots(const InsightsReport& report, const InsightFacts& facts)
{
    return {choicesPlot(report, facts, false),
            choicesPlot(report, facts, true),
            broadcastsPlot(report, facts),
            sourcesPlot(report, facts),
            delaysPlot(report),
            syncsPlot(report),
            waitingPlot(report, facts)};
}

}  // namespace refrain::ui
