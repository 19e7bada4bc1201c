#include "ui/insights/insightplots.h"

#include "console/table/builtinwords.h"
#include "ui/common/timetext.h"
#include "ui/insights/plotlook.h"
#include "ui/insights/plotparts.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace refrain::ui {

using namespace plotparts;
using console::ChoicePoint;
using console::InsightsReport;

namespace {

using Step = console::InsightsQuestion::Step;

constexpr size_t mostSeries = 6;

QStringList chosenIn(const InsightFacts& facts)
{
    QStringList slugs;
    for (const CategorySlug& slug : facts.chosen)
        slugs << slug.toString();
    slugs.sort();
    return slugs;
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
    qint64 undone = 0;
    for (const ChoicePoint& point : report.choices) {
        const qint64 value = optIns ? point.optedIn : point.optedOut;
        if (facts.isChosen(point.category))
            undone += optIns ? 0 : point.undone;
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
    QStringList rest;
    for (size_t i = mostSeries - 1; order.size() > mostSeries && i < order.size(); ++i)
        rest << order[i].second.toString();
    for (size_t i = 0; i < order.size(); ++i) {
        all -= order[i].first;
        const bool isRest = i >= mostSeries - 1 && order.size() > mostSeries;
        if (!isRest || i == mostSeries - 1)
            plot.series.push_back({isRest ? Text::tr("Others") : categoryTitle(facts, order[i].second),
                                   isRest ? restLook : lookIn(plot, lookOf(facts, order[i].second)),
                                   std::vector<PlotPoint>(report.steps.size())});
        PlotSeries& series = plot.series.back();
        for (size_t step = 0; step < report.steps.size(); ++step) {
            PlotPoint& point = series.points[step];
            point.value = (point.isThere() ? point.value : 0) + double(counts.at(order[i].second)[step]);
            point.text = pieces(point.value);
            point.target = choices(optIns ? PreferenceState::OptedIn : PreferenceState::OptedOut,
                                   isRest ? rest : QStringList{order[i].second.toString()}, {}, report.steps[step],
                                   report.endOf(step));
        }
    }
    plot.summary = (optIns ? Text::tr("%1 in all.", "opt-ins") : Text::tr("%1 in all.", "opt-outs")).arg(grouped(all)) +
                   QLatin1Char(' ') + mostOn(plot, sums);
    if (undone > 0)
        plot.summary =
            plot.summary.trimmed() + QLatin1Char(' ') +
            Text::tr("%1 more were taken back at once and do not count.", nullptr, int(undone)).arg(grouped(undone));
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
        point.target = choices(PreferenceState::OptedOut, chosenIn(facts), source, report.steps.front(), report.to);
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
        own.look = lookIn(plot, int(sourceFromString(source).value_or(Source::Console)));
        plot.series.push_back(std::move(own));
    }
    if (!plot.series.empty())
        plot.summary = Text::tr("95 of 100 choices were in force within the time shown; never later than %1.")
                           .arg(durationText(longest));
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
