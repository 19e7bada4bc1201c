#include "ui/insights/plotpicture.h"

#include "ui/insights/plotlook.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace refrain::ui {

namespace {

constexpr double gap = 8;
constexpr double slotLine = 22;
constexpr double legendLine = 22;
constexpr double markSize = 8;
constexpr double reach = 28;  ///< So far from a point it is still meant.
constexpr double widestColumn = 34;
constexpr double barLine = 30;

double widest(const QFontMetricsF& metrics, const QStringList& texts)
{
    double width = 0;
    for (const QString& text : texts)
        width = std::max(width, metrics.horizontalAdvance(text));
    return width;
}

}  // namespace

std::vector<double> evenTicks(double highest)
{
    if (highest <= 0)
        return {0, 1};
    const double rough = highest / 4;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough) {
            step = factor * power;
            break;
        }
    }
    std::vector<double> ticks{0};
    while (ticks.back() < highest * (1 - 1e-9))
        ticks.push_back(double(ticks.size()) * step);
    return ticks;
}

std::vector<double> powerTicks(double lowest, double highest)
{
    std::vector<double> ticks{std::pow(10, std::floor(std::log10(std::max(lowest, 1e-9)) + 1e-9))};
    while (ticks.back() < highest * (1 - 1e-9) || ticks.size() < 2)
        ticks.push_back(ticks.back() * 10);
    return ticks;
}

PlotPicture::PlotPicture(const Plot& plot, const Theme& theme, const QRectF& area)
    : m_plot(plot), m_theme(theme), m_area(area), m_font(fontFor(TextRole::Secondary))
{
    layOutScale();
    layOut();
}

void PlotPicture::layOutScale()
{
    double lowest = std::numeric_limits<double>::infinity();
    double highest = 0;
    for (int slot = 0; slot < slotCount(); ++slot) {
        double sum = 0;
        for (const PlotSeries& series : m_plot.series) {
            const PlotPoint& point = series.points[size_t(slot)];
            if (!point.isThere())
                continue;
            sum = m_plot.shape == Plot::Shape::Columns ? sum + point.value : std::max(sum, point.value);
            if (point.value > 0)
                lowest = std::min(lowest, point.value);
        }
        highest = std::max(highest, sum);
    }
    m_ticks = m_plot.isLogarithmic && highest > 0 ? powerTicks(lowest, highest) : evenTicks(highest);
    // Pieces are not halved: what is counted has whole numbers on its scale.
    if (!m_plot.isLogarithmic && m_plot.tick && m_plot.tick(0.5).isEmpty())
        std::erase_if(m_ticks, [](double tick) { return tick != std::floor(tick); });
}

void PlotPicture::layOut()
{
    const QFontMetricsF metrics(m_font);
    if (m_plot.shape == Plot::Shape::Bars) {
        const double names = std::min(widest(metrics, m_plot.slotLabels) + gap, m_area.width() * 0.42);
        QStringList values;
        for (const PlotSeries& series : m_plot.series) {
            for (const PlotPoint& point : series.points)
                values << point.text;
        }
        const double texts = std::min(widest(metrics, values) + 2 * gap, m_area.width() * 0.35);
        m_field = m_area.adjusted(names, 0, -texts, 0);
        return;
    }
    QStringList ticks;
    for (const double tick : m_ticks)
        ticks << m_plot.tick(tick);
    QStringList names;
    for (const PlotSeries& series : m_plot.series)
        names << series.name;
    const double right = m_plot.shape == Plot::Shape::Lines
                             ? std::min(widest(metrics, names) + 2 * markSize + 2 * gap, m_area.width() * 0.34)
                             : gap;
    const double top = m_plot.shape == Plot::Shape::Columns && m_plot.series.size() > 1 ? legendLine + gap : gap;
    m_field = m_area.adjusted(widest(metrics, ticks) + gap, top, -right, -slotLine);
}

double PlotPicture::share(double value) const
{
    const double highest = m_ticks.back();
    if (!m_plot.isLogarithmic)
        return value / highest;
    const double lowest = m_ticks.front();
    return std::log(std::max(value, lowest) / lowest) / std::log(highest / lowest);
}

double PlotPicture::xOf(int slot) const
{
    return m_field.left() + (slot + 0.5) * m_field.width() / std::max(1, slotCount());
}

double PlotPicture::yOf(double value) const
{
    return m_field.bottom() - share(value) * m_field.height();
}

bool PlotPicture::isThere(const PlotPlace& place) const
{
    return place.row >= 0 && place.row < int(m_plot.series.size()) && place.slot >= 0 && place.slot < slotCount() &&
           m_plot.series[size_t(place.row)].points[size_t(place.slot)].isThere();
}

/// Of a column the piece of this series, of a bar all of it.
QRectF PlotPicture::areaOf(const PlotPlace& place) const
{
    const auto valueOf = [&](int row) {
        const PlotPoint& point = m_plot.series[size_t(row)].points[size_t(place.slot)];
        return point.isThere() ? point.value : 0;
    };
    if (m_plot.shape == Plot::Shape::Bars) {
        const double line = std::min(barLine, m_field.height() / std::max(1, slotCount()));
        const double top = m_field.top() + place.slot * line + line * 0.2;
        return {m_field.left(), top, std::max(2.0, share(valueOf(place.row)) * m_field.width()), line * 0.6};
    }
    double below = 0;
    for (int row = 0; row < place.row; ++row)
        below += valueOf(row);
    const double width = std::min(widestColumn, m_field.width() / std::max(1, slotCount()) * 0.7);
    const double top = yOf(below + valueOf(place.row));
    return {xOf(place.slot) - width / 2, top, width, yOf(below) - top};
}

QPointF PlotPicture::positionOf(const PlotPlace& place) const
{
    if (m_plot.shape == Plot::Shape::Lines)
        return {xOf(place.slot), yOf(m_plot.series[size_t(place.row)].points[size_t(place.slot)].value)};
    const QRectF area = areaOf(place);
    return m_plot.shape == Plot::Shape::Bars ? QPointF(area.right(), area.center().y())
                                             : QPointF(area.center().x(), area.top());
}

std::optional<PlotPlace> PlotPicture::placeAt(const QPointF& position) const
{
    std::optional<PlotPlace> found;
    double nearest = reach;
    for (int row = 0; row < int(m_plot.series.size()); ++row) {
        for (int slot = 0; slot < slotCount(); ++slot) {
            const PlotPlace place{row, slot};
            if (!isThere(place))
                continue;
            const QRectF area = m_plot.shape == Plot::Shape::Lines ? QRectF() : areaOf(place).adjusted(-3, -3, 3, 3);
            // All of a bar's line is meant, its name too.
            const bool isOn = m_plot.shape == Plot::Shape::Bars
                                  ? position.y() >= area.top() && position.y() <= area.bottom()
                                  : area.contains(position);
            const QPointF off = positionOf(place) - position;
            const double distance = isOn ? 0 : std::hypot(off.x(), off.y());
            if (distance < nearest) {
                nearest = distance;
                found = place;
            }
        }
    }
    return found;
}

void PlotPicture::draw(QPainter& painter, const std::optional<PlotPlace>& marked) const
{
    painter.save();
    painter.setFont(m_font);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_plot.shape != Plot::Shape::Bars) {
        drawScale(painter);
        drawSlots(painter);
    }
    switch (m_plot.shape) {
        case Plot::Shape::Lines:
            drawLines(painter);
            drawEnds(painter);
            break;
        case Plot::Shape::Columns:
            drawLegend(painter);
            drawColumns(painter);
            break;
        case Plot::Shape::Bars: drawBars(painter); break;
    }
    if (marked && isThere(*marked))
        drawMarked(painter, *marked);
    painter.restore();
}

void PlotPicture::drawScale(QPainter& painter) const
{
    const QFontMetricsF metrics(m_font);
    for (const double tick : m_ticks) {
        const double y = std::round(yOf(tick)) + 0.5;
        painter.setPen(QPen(m_theme.line, 1));
        painter.drawLine(QPointF(m_field.left(), y), QPointF(m_field.right(), y));
        painter.setPen(m_theme.muted);
        const QString text = m_plot.tick(tick);
        painter.drawText(QPointF(m_field.left() - gap - metrics.horizontalAdvance(text), y + metrics.ascent() / 2 - 1),
                         text);
    }
}

void PlotPicture::drawSlots(QPainter& painter) const
{
    if (slotCount() == 0)
        return;
    // As many names as there is room for, evenly, the newest among them.
    const QFontMetricsF metrics(m_font);
    const double each = m_field.width() / slotCount();
    const int every = std::max(1, int(std::ceil((widest(metrics, m_plot.slotLabels) + 16) / each)));
    painter.setPen(m_theme.muted);
    for (int slot = (slotCount() - 1) % every; slot < slotCount(); slot += every) {
        const QString text = m_plot.slotLabels.at(slot);
        const double width = metrics.horizontalAdvance(text);
        const double left = std::clamp(xOf(slot) - width / 2, m_area.left(), m_area.right() - width);
        painter.drawText(QPointF(left, m_field.bottom() + 6 + metrics.ascent()), text);
    }
}

void PlotPicture::drawLegend(QPainter& painter) const
{
    if (m_plot.series.size() < 2)
        return;
    const QFontMetricsF metrics(m_font);
    double x = m_field.left();
    for (const PlotSeries& series : m_plot.series) {
        drawPlotArea(painter, series.look, QRectF(x, m_area.top() + 4, 14, 12), m_theme);
        painter.setPen(m_theme.text);
        painter.drawText(QPointF(x + 20, m_area.top() + 4 + metrics.ascent()), series.name);
        x += 20 + metrics.horizontalAdvance(series.name) + 20;
    }
}

void PlotPicture::drawLines(QPainter& painter) const
{
    // Where points stand close their marks are smaller, and where they stand very close only some bear one.
    const double each = m_field.width() / std::max(1, slotCount());
    const double size = std::clamp(each * 0.6, 4.5, markSize - 1);
    const int every = std::max(1, int(std::ceil(size * 1.5 / each)));
    // The first series lies on top.
    for (auto series = m_plot.series.rbegin(); series != m_plot.series.rend(); ++series) {
        painter.setPen(QPen(plotColour(series->look, m_theme), 1.5));
        for (int slot = 1; slot < slotCount(); ++slot) {
            const PlotPoint& before = series->points[size_t(slot) - 1];
            const PlotPoint& point = series->points[size_t(slot)];
            if (before.isThere() && point.isThere())
                painter.drawLine(QPointF(xOf(slot - 1), yOf(before.value)), QPointF(xOf(slot), yOf(point.value)));
        }
        for (int slot = 0; slot < slotCount(); ++slot) {
            const PlotPoint& point = series->points[size_t(slot)];
            const bool isAlone = point.isThere() && (slot == 0 || !series->points[size_t(slot) - 1].isThere());
            // Where there was nothing the line says it.
            const bool isMarked = (slot % every == 0 && point.value != 0) || isAlone;
            if (point.isThere() && isMarked)
                drawPlotMark(painter, series->look, {xOf(slot), yOf(point.value)}, size, m_theme);
        }
    }
}

/// Each line's name at its end, none over another.
void PlotPicture::drawEnds(QPainter& painter) const
{
    struct End {
        double y = 0;
        const PlotSeries* series = nullptr;
    };
    std::vector<End> ends;
    for (const PlotSeries& series : m_plot.series) {
        const auto last = std::find_if(series.points.rbegin(), series.points.rend(),
                                       [](const PlotPoint& point) { return point.isThere(); });
        if (last != series.points.rend())
            ends.push_back({yOf(last->value), &series});
    }
    std::stable_sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.y < b.y; });
    const QFontMetricsF metrics(m_font);
    const double line = metrics.height() + 2;
    for (size_t i = 1; i < ends.size(); ++i)
        ends[i].y = std::max(ends[i].y, ends[i - 1].y + line);
    double lowest = m_field.bottom() + line / 2;
    for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
        end->y = std::min(end->y, lowest);
        lowest = end->y - line;
    }
    for (const End& end : ends) {
        const double left = m_field.right() + 12;
        drawPlotMark(painter, end.series->look, {left, end.y}, markSize - 1, m_theme);
        painter.setPen(m_theme.text);
        const QString name =
            metrics.elidedText(end.series->name, Qt::ElideRight, m_area.right() - left - markSize - gap);
        painter.drawText(QPointF(left + markSize + 2, end.y + metrics.ascent() / 2 - 1), name);
    }
}

void PlotPicture::drawColumns(QPainter& painter) const
{
    for (int row = 0; row < int(m_plot.series.size()); ++row) {
        for (int slot = 0; slot < slotCount(); ++slot) {
            const PlotPlace place{row, slot};
            if (isThere(place) && m_plot.series[size_t(row)].points[size_t(slot)].value > 0)
                drawPlotArea(painter, m_plot.series[size_t(row)].look, areaOf(place), m_theme);
        }
    }
}

void PlotPicture::drawBars(QPainter& painter) const
{
    const QFontMetricsF metrics(m_font);
    for (int row = 0; row < int(m_plot.series.size()); ++row) {
        const PlotSeries& series = m_plot.series[size_t(row)];
        for (int slot = 0; slot < slotCount(); ++slot) {
            const QRectF area = areaOf({row, slot});
            const double base = area.center().y() + metrics.ascent() / 2 - 1;
            drawPlotArea(painter, series.look, area, m_theme);
            painter.setPen(m_theme.text);
            const QString name =
                metrics.elidedText(m_plot.slotLabels.at(slot), Qt::ElideRight, m_field.left() - m_area.left() - gap);
            painter.drawText(QPointF(m_area.left(), base), name);
            painter.setPen(m_theme.muted);
            painter.drawText(QPointF(area.right() + gap, base),
                             metrics.elidedText(series.points[size_t(slot)].text, Qt::ElideRight,
                                                m_area.right() - area.right() - gap));
        }
    }
}

/// A ring around the point, and what it says in a box where there is room.
void PlotPicture::drawMarked(QPainter& painter, const PlotPlace& place) const
{
    const QPointF at = positionOf(place);
    painter.setPen(QPen(m_theme.text, 2));
    painter.setBrush(Qt::NoBrush);
    if (m_plot.shape == Plot::Shape::Lines)
        painter.drawEllipse(at, markSize, markSize);
    else
        painter.drawRect(areaOf(place).adjusted(-2, -2, 2, 2));
    const QFontMetricsF metrics(m_font);
    const QString text =
        metrics.elidedText(m_plot.sentence(place.row, place.slot), Qt::ElideRight, m_area.width() - 4 * gap);
    const QSizeF size(metrics.horizontalAdvance(text) + 2 * gap, metrics.height() + gap);
    double top = at.y() - size.height() - markSize - 4;
    if (top < m_area.top())
        top = at.y() + markSize + 6;
    // Not over the names of the lines, where it fits beside them.
    const double limit = std::max(m_field.right(), m_area.left() + size.width());
    const double left = std::clamp(at.x() - size.width() / 2, m_area.left(), limit - size.width());
    const QRectF box(QPointF(left, top), size);
    painter.setPen(QPen(m_theme.muted, 1));
    painter.setBrush(m_theme.raised);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(m_theme.text);
    painter.drawText(QPointF(box.left() + gap, box.top() + gap / 2 + metrics.ascent()), text);
}

}  // namespace refrain::ui
