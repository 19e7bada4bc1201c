#pragma once

#include "console/insights/insights.h"
#include "domain/category.h"
#include "ui/insights/plot.h"

#include <QSet>

namespace refrain::ui {

/// What the plots are made from, besides the report.
struct InsightFacts {
    std::vector<Category> categories;  ///< All, archived ones and `*` too.
    QSet<CategorySlug> chosen;         ///< Empty: all.
    qint64 waitingHere = 0;            ///< Changes in this console's own outbox.
    std::optional<Millis> waitingSince;
    Millis now = 0;

    [[nodiscard]] bool isChosen(const CategorySlug& slug) const { return chosen.isEmpty() || chosen.contains(slug); }
};

/// The title that people know a category by.
[[nodiscard]] QString categoryTitle(const InsightFacts& facts, const CategorySlug& slug);
/// "Monday, 2 Nov 2026", "2 Nov 2026, 14:00", "week from 2 Nov 2026".
[[nodiscard]] QString stepName(const console::InsightsReport& report, size_t step);

/// Opt-outs, or opt-ins, of the categories over time: those with the most, the rest together.
[[nodiscard]] Plot choicesPlot(const console::InsightsReport& report, const InsightFacts& facts, bool optIns);
[[nodiscard]] Plot broadcastsPlot(const console::InsightsReport& report, const InsightFacts& facts);
[[nodiscard]] Plot sourcesPlot(const console::InsightsReport& report, const InsightFacts& facts);
[[nodiscard]] Plot delaysPlot(const console::InsightsReport& report);
[[nodiscard]] Plot syncsPlot(const console::InsightsReport& report);
[[nodiscard]] Plot waitingPlot(const console::InsightsReport& report, const InsightFacts& facts);

/// All of them, in the order in which they stand on the screen.
[[nodiscard]] std::vector<Plot> insightPlots(const console::InsightsReport& report, const InsightFacts& facts);

}  // namespace refrain::ui
