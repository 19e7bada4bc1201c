#pragma once

#include "base/result.h"
#include "ui/common/theme.h"
#include "ui/insights/plot.h"

namespace refrain::ui {

/// A plot's figures as rows of cells: a header, then one row for each slot. `bare`: numbers for programs, else as they
/// are read.
[[nodiscard]] QList<QStringList> plotTable(const Plot& plot, bool bare);

enum class PlotFormat { Svg, Png, Csv };
[[nodiscard]] QString suffixOf(PlotFormat format);

/// Writes the plot with its title and summary, or its figures: CSV (RFC 4180, UTF-8 with a mark, no formulas). A file
/// that could not be finished is not left behind. Pictures are 960 by 480, PNG of twice as many pixels.
[[nodiscard]] Result<> writePlot(const Plot& plot, const Theme& theme, PlotFormat format, const QString& path);

}  // namespace refrain::ui
