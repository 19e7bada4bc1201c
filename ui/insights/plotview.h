#pragma once

#include "ui/insights/plotpicture.h"

#include <QWidget>

namespace refrain::ui {

/// A plot on the screen. The mouse or the arrows mark a point, which says its value; a click or Enter opens the list
/// behind it. Nothing moves by itself.
class PlotView final : public QWidget {
    Q_OBJECT

public:
    PlotView(const Theme& theme, const QString& name, QWidget* parent);

    void setPlot(const Plot& plot);
    [[nodiscard]] std::optional<PlotPlace> marked() const { return m_marked; }
    /// What the marked point says; empty where none is.
    [[nodiscard]] QString sentence() const;
    /// Where a point is drawn.
    [[nodiscard]] QPointF positionOf(const PlotPlace& place) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void opened(const refrain::ui::PlotPlace& place);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void mark(const std::optional<PlotPlace>& place);
    void step(int bySlots, int byRows);
    [[nodiscard]] std::optional<PlotPlace> next(PlotPlace from, int bySlots, int byRows) const;
    [[nodiscard]] PlotPicture picture() const;
    [[nodiscard]] bool isThere(const PlotPlace& place) const;

    const Theme& m_theme;
    Plot m_plot;
    std::optional<PlotPlace> m_marked;
};

}  // namespace refrain::ui
