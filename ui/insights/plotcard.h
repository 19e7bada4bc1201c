#pragma once

#include "ui/insights/plotview.h"

#include <QFrame>

class QPushButton;
class QStackedLayout;
class QTableView;

namespace refrain::ui {

class TextLabel;

/// One plot with its title and what is to be seen in it; the same figures as a table; export of both.
class PlotCard final : public QFrame {
    Q_OBJECT

public:
    /// `id`: the plot's; object names begin with it.
    PlotCard(const Theme& theme, const QString& id, QWidget* parent);

    void setPlot(const Plot& plot);
    [[nodiscard]] const Plot& plot() const { return m_plot; }
    /// The plot, or the table where that is shown.
    [[nodiscard]] QWidget* pane() const;

signals:
    void opened(const refrain::ui::PlotTarget& target);
    void said(const QString& sentence);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void fillTable();
    void showPane();
    void chooseFile(int format);
    void open(const PlotPlace& place);

    const Theme& m_theme;
    QString m_id;
    Plot m_plot;
    TextLabel* m_title;
    TextLabel* m_summary;
    TextLabel* m_none;
    PlotView* m_view;
    QTableView* m_table;
    QPushButton* m_asTable;
    QPushButton* m_export;
    QWidget* m_body;
    QStackedLayout* m_stack;
};

}  // namespace refrain::ui
