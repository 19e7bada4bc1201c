#pragma once

#include "console/insights/insights.h"
#include "ui/insights/insightplots.h"

#include <QCoreApplication>

/// What the plots of Insights are put together from.
namespace refrain::ui::plotparts {

/// Their words have one context.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(InsightPlots)
};

/// Nothing for half a piece: a scale of counts has whole numbers only.
[[nodiscard]] QString pieces(double value);
[[nodiscard]] QString percent(double value);
[[nodiscard]] QString sourceName(const QString& source);
[[nodiscard]] PlotTarget activity(const QStringList& categories, const QString& source, Millis from, Millis to);
/// Exactly the choices that a point counts. No categories: all.
[[nodiscard]] PlotTarget choices(PreferenceState became, const QStringList& categories, const QString& source,
                                 Millis from, Millis to);
/// A thing's own look, the same in every plot, unless a series before it has that already.
[[nodiscard]] int lookIn(const Plot& plot, int wanted);
/// By its place among all, which seldom changes.
[[nodiscard]] int lookOf(const InsightFacts& facts, const CategorySlug& slug);
[[nodiscard]] size_t stepOf(const console::InsightsReport& report, Millis at);
[[nodiscard]] QString stepLabel(const console::InsightsReport& report, size_t step);
/// A plot over time, without its series.
[[nodiscard]] Plot overTime(const console::InsightsReport& report, const QString& id);
/// "Most on Monday, 2 Nov 2026: 12."
[[nodiscard]] QString mostOn(const Plot& plot, const std::vector<qint64>& sums);

}  // namespace refrain::ui::plotparts
