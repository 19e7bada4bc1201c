#include "ui/insights/plotparts.h"

#include "console/desk/subjectdetail.h"
#include "ui/common/timetext.h"
#include "ui/insights/plotlook.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace refrain::ui::plotparts {

using console::InsightsReport;
using Step = console::InsightsQuestion::Step;

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

PlotTarget activity(const QStringList& categories, const QString& source, Millis from, Millis to)
{
    PlotTarget target;
    target.kind = PlotTarget::Kind::Activity;
    if (categories.size() == 1)
        target.filter.category = CategorySlug(categories.first());
    else
        target.filter.categories = categories;
    target.filter.source = sourceFromString(source);
    target.filter.from = from;
    target.filter.to = to;
    return target;
}

PlotTarget choices(PreferenceState became, const QStringList& categories, const QString& source, Millis from, Millis to)
{
    PlotTarget target = activity(categories, source, from, to);
    target.filter.became = became;
    return target;
}

int lookIn(const Plot& plot, int wanted)
{
    const auto isTaken = [&plot](int look) {
        return std::any_of(plot.series.begin(), plot.series.end(),
                           [look](const PlotSeries& series) { return series.look == look; });
    };
    int look = wanted % plotLooks;
    for (int tries = 0; tries < plotLooks && isTaken(look); ++tries)
        look = (look + 1) % plotLooks;
    return look;
}

int lookOf(const InsightFacts& facts, const CategorySlug& slug)
{
    const auto at = std::find_if(facts.categories.begin(), facts.categories.end(),
                                 [&slug](const Category& category) { return category.slug == slug; });
    return at == facts.categories.end() ? 0 : int(at - facts.categories.begin());
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

Plot overTime(const InsightsReport& report, const QString& id)
{
    Plot plot;
    plot.id = id;
    plot.isOverTime = true;
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

QString mostOn(const Plot& plot, const std::vector<qint64>& sums)
{
    const auto most = std::max_element(sums.begin(), sums.end());
    return most == sums.end() || *most == 0 ? QString()
                                            : Text::tr("Most: %1, %2.", "how many, when")
                                                  .arg(grouped(*most), plot.slotNames.value(most - sums.begin()));
}

}  // namespace refrain::ui::plotparts
