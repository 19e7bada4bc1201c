#pragma once

#include "ui/common/theme.h"

#include <QFrame>

class QProgressBar;
class QPushButton;
class QStackedLayout;

namespace refrain::ui {

class TextLabel;

/// Below a table: what is selected and what can be done with it; while an act is under way, how far that is.
class SelectionBar final : public QFrame {
    Q_OBJECT

public:
    /// `name`: of the screen.
    SelectionBar(const Theme& theme, const QString& name, QWidget* parent);

    /// An empty text: nothing is selected. `mayAct`: whether acts are offered, else only copying and exporting.
    void setSelected(const QString& text, const QString& more, bool mayAct);
    /// An empty text takes it away.
    void setRun(const QString& text, int thousandths, const QString& action);

signals:
    void optOutWanted();
    void defaultWanted();
    void snoozeWanted();
    void exportWanted();
    void copyWanted();
    void clearWanted();
    /// The act that is under way is to be seen.
    void runWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QPushButton* add(const QString& text, const QString& name, void (SelectionBar::*told)());
    QWidget* buildSelection(const Theme& theme);
    QWidget* buildRun(const Theme& theme);
    void update();
    void fit();

    const Theme& m_theme;
    QString m_name;
    QWidget* m_selection;
    QWidget* m_run;
    TextLabel* m_text;
    TextLabel* m_more;
    QPushButton* m_optOut;
    QPushButton* m_default;
    QPushButton* m_snooze;
    QPushButton* m_export;
    QPushButton* m_copy;
    QPushButton* m_clear;
    TextLabel* m_runText;
    QProgressBar* m_progress;
    QPushButton* m_show;
};

}  // namespace refrain::ui
