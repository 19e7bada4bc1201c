#pragma once

#include "ui/common/theme.h"
#include "ui/insights/plot.h"

#include <QRectF>

#include <optional>

class QPainter;

namespace refrain::ui {

/// One point: which series, which slot.
struct PlotPlace {
    int row = 0;
    int slot = 0;
    friend bool operator==(const PlotPlace&, const PlotPlace&) = default;
};

/// A plot laid out in a rectangle: drawn on a widget, in a picture or as SVG, and asked what lies where. Made anew for
/// each use; plot and theme outlive it.
class PlotPicture {
public:
    PlotPicture(const Plot& plot, const Theme& theme, const QRectF& area);

    void draw(QPainter& painter, const std::optional<PlotPlace>& marked = {}) const;
    /// The point nearest to `position`; none where none is near.
    [[nodiscard]] std::optional<PlotPlace> placeAt(const QPointF& position) const;
    [[nodiscard]] QPointF positionOf(const PlotPlace& place) const;
    /// The points of the scale, lowest first.
    [[nodiscard]] const std::vector<double>& ticks() const { return m_ticks; }

private:
    void layOutScale();
    void layOut();
    void drawScale(QPainter& painter) const;
    void drawSlots(QPainter& painter) const;
    void drawLegend(QPainter& painter) const;
    void drawLines(QPainter& painter) const;
    void drawEnds(QPainter& painter) const;
    void drawColumns(QPainter& painter) const;
    void drawBars(QPainter& painter) const;
    void drawMarked(QPainter& painter, const PlotPlace& place) const;
    [[nodiscard]] double share(double value) const;
    [[nodiscard]] double xOf(int slot) const;
    [[nodiscard]] double yOf(double value) const;
    [[nodiscard]] QRectF areaOf(const PlotPlace& place) const;
    [[nodiscard]] int slotCount() const { return int(m_plot.slotNames.size()); }
    [[nodiscard]] bool isThere(const PlotPlace& place) const;

    const Plot& m_plot;
    const Theme& m_theme;
    QRectF m_area;
    QRectF m_field;  ///< Where the points are.
    QFont m_font;
    std::vector<double> m_ticks;
};

/// From 0 to `highest` or a little more, in steps that are read easily; at most six.
[[nodiscard]] std::vector<double> evenTicks(double highest);
/// The powers of ten around both.
[[nodiscard]] std::vector<double> powerTicks(double lowest, double highest);

}  // namespace refrain::ui

Q_DECLARE_METATYPE(refrain::ui::PlotPlace)
