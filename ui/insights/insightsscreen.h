#pragma once

#include "base/clock.h"
#include "console/insights/insights.h"
#include "ui/common/screen.h"
#include "ui/common/theme.h"
#include "ui/insights/plot.h"

#include <QSet>
#include <QTimer>

#include <optional>

class QComboBox;
class QDateEdit;
class QGridLayout;
class QMenu;
class QPushButton;
class QScrollArea;
class QStackedLayout;

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class NoteBox;
class PlotCard;
class Skeleton;
class StatePanel;
class TextLabel;
struct InsightFacts;

/// Plots of what people chose, after which messages, how, and whether it reached everybody who has to follow. What was
/// shown stays while there is no contact, with its time.
class InsightsScreen final : public Screen {
    Q_OBJECT

public:
    InsightsScreen(const Theme& theme, const Clock& clock, const QTimeZone& zone, console::Desk& desk);
    ~InsightsScreen() override;

    [[nodiscard]] QString name() const override { return QStringLiteral("insights"); }
    [[nodiscard]] QString title() const override { return tr("Insights"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("insights"); }
    [[nodiscard]] QWidget* mainPane() override;
    void entered() override;

signals:
    void opened(const refrain::ui::PlotTarget& target);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* buildBar();
    void buildCards();
    void connectParts();
    void arrangeCards();
    void fillCategories();
    void categoriesChosen();
    void periodChosen();
    [[nodiscard]] console::InsightsQuestion question() const;
    [[nodiscard]] InsightFacts facts() const;
    void load();
    void showReport();
    void showFailure(const Error& error);
    void showTime();

    const Theme& m_theme;
    const Clock& m_clock;
    QTimeZone m_zone;
    console::Desk& m_desk;
    console::Insights m_insights;
    QComboBox* m_period = nullptr;
    QDateEdit* m_from = nullptr;
    QDateEdit* m_to = nullptr;
    QPushButton* m_categories = nullptr;
    QMenu* m_categoryMenu = nullptr;
    TextLabel* m_time = nullptr;
    NoteBox* m_note;
    QScrollArea* m_scroll;
    QGridLayout* m_grid;
    QList<PlotCard*> m_cards;
    StatePanel* m_state;
    Skeleton* m_skeleton;
    QStackedLayout* m_stack;
    QTimer m_again;
    QSet<CategorySlug> m_chosen;  ///< Empty: all.
    std::optional<console::InsightsReport> m_report;
    console::InsightsQuestion m_asked;
    Millis m_reportAt = 0;
    quint64 m_generation = 0;
};

}  // namespace refrain::ui
