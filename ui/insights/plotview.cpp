#include "ui/insights/plotview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace refrain::ui {

namespace {

constexpr int plotHeight = 232;
constexpr int barHeight = 30;
constexpr int margin = 6;

}  // namespace

PlotView::PlotView(const Theme& theme, const QString& name, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(name);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    // Time runs from left to right in every language's plots.
    setLayoutDirection(Qt::LeftToRight);
}

void PlotView::setPlot(const Plot& plot)
{
    m_plot = plot;
    if (m_marked && !isThere(*m_marked))
        m_marked.reset();
    setAccessibleDescription(m_plot.summary + QLatin1Char(' ') +
                             tr("Arrows go from point to point, Enter opens the list behind it."));
    mark(m_marked);
    updateGeometry();
    update();
}

QSize PlotView::sizeHint() const
{
    return {480, m_plot.shape == Plot::Shape::Bars
                     ? qBound(120, int(m_plot.slotNames.size()) * barHeight + 2 * margin, 400)
                     : plotHeight};
}

QSize PlotView::minimumSizeHint() const
{
    return {240, sizeHint().height()};
}

PlotPicture PlotView::picture() const
{
    return {m_plot, m_theme, QRectF(rect()).adjusted(margin, margin, -margin, -margin)};
}

QPointF PlotView::positionOf(const PlotPlace& place) const
{
    return picture().positionOf(place);
}

bool PlotView::isThere(const PlotPlace& place) const
{
    return place.row < int(m_plot.series.size()) && place.slot < int(m_plot.slotNames.size()) &&
           m_plot.series[size_t(place.row)].points[size_t(place.slot)].isThere();
}

QString PlotView::sentence() const
{
    return m_marked && isThere(*m_marked) ? m_plot.sentence(m_marked->row, m_marked->slot) : QString();
}

/// The name tells the point too: it is what a screen reader says when it changes.
void PlotView::mark(const std::optional<PlotPlace>& place)
{
    m_marked = place;
    const QString said = sentence();
    setAccessibleName(said.isEmpty() ? m_plot.title : m_plot.title + QStringLiteral(". ") + said);
    update();
}

void PlotView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    picture().draw(painter, m_marked);
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metric::radius, metric::radius);
}

void PlotView::mouseMoveEvent(QMouseEvent* event)
{
    const auto place = picture().placeAt(event->position());
    if (place || !hasFocus())
        mark(place);
    setCursor(place ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void PlotView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const auto place = picture().placeAt(event->position())) {
        mark(place);
        emit opened(*place);
    }
}

void PlotView::leaveEvent(QEvent*)
{
    if (!hasFocus())
        mark({});
}

void PlotView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (!m_marked)
        step(1, 0);
    update();
}

void PlotView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    mark({});
}

/// The next point that is there in that direction.
std::optional<PlotPlace> PlotView::next(PlotPlace from, int bySlots, int byRows) const
{
    const int rows = int(m_plot.series.size());
    const int all = int(m_plot.slotNames.size());
    for (PlotPlace at{from.row + byRows, from.slot + bySlots};
         at.row >= 0 && at.row < rows && at.slot >= 0 && at.slot < all; at.row += byRows, at.slot += bySlots) {
        if (isThere(at))
            return at;
    }
    return std::nullopt;
}

void PlotView::step(int bySlots, int byRows)
{
    std::optional<PlotPlace> to;
    if (m_marked) {
        to = next(*m_marked, bySlots, byRows);
    } else {
        for (int row = 0; row < int(m_plot.series.size()) && !to; ++row)
            to = next({row, -1}, 1, 0);
    }
    if (to)
        mark(to);
}

void PlotView::keyPressEvent(QKeyEvent* event)
{
    const bool isBars = m_plot.shape == Plot::Shape::Bars;
    const int last = int(m_plot.slotNames.size());
    const int row = m_marked ? m_marked->row : 0;
    switch (event->key()) {
        case Qt::Key_Left: step(isBars ? 0 : -1, 0); return;
        case Qt::Key_Right: step(isBars ? 0 : 1, 0); return;
        case Qt::Key_Up: step(isBars ? -1 : 0, isBars ? 0 : m_plot.shape == Plot::Shape::Columns ? 1 : -1); return;
        case Qt::Key_Down: step(isBars ? 1 : 0, isBars ? 0 : m_plot.shape == Plot::Shape::Columns ? -1 : 1); return;
        case Qt::Key_Home:
            if (const auto to = next({row, -1}, 1, 0))
                mark(to);
            return;
        case Qt::Key_End:
            if (const auto to = next({row, last}, -1, 0))
                mark(to);
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (m_marked)
                emit opened(*m_marked);
            return;
        default: QWidget::keyPressEvent(event);
    }
}

}  // namespace refrain::ui
