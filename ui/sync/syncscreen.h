#pragma once

#include "base/clock.h"
#include "console/desk/localchange.h"
#include "ui/common/screen.h"
#include "ui/common/theme.h"

#include <QPointer>
#include <QTimeZone>
#include <QTimer>

class QPushButton;
class QStackedLayout;
class QTableView;

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class Card;
class RunInspector;
class StatePanel;
class SyncModel;

/// What goes between console, backend and Slack: whether they agree, what waits, and every exchange.
class SyncScreen final : public Screen {
    Q_OBJECT

public:
    SyncScreen(const Theme& theme, const Clock& clock, const QTimeZone& zone, console::Desk& desk);
    ~SyncScreen() override;

    [[nodiscard]] QString name() const override { return QStringLiteral("sync"); }
    [[nodiscard]] QString title() const override { return tr("Sync"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("sync"); }
    [[nodiscard]] QWidget* inspector() override;
    [[nodiscard]] QLineEdit* filterField() override { return m_filter; }
    [[nodiscard]] QWidget* mainPane() override;
    void entered() override;
    /// Chooses a run of the backend's; where it is no longer in the list that is said. Empty: the list alone.
    void reveal(const QString& run);

protected:
    void resizeEvent(QResizeEvent* event) override;

signals:
    /// The whole directory.
    void peopleWanted();
    void subjectWanted(const refrain::SubjectId& subject);

private:
    void build();
    [[nodiscard]] QWidget* buildBar();
    void connectParts();
    void showWaiting();
    void fill();
    void showCards();
    void showCurrent();
    void syncDirectory();
    void giveUp(const console::LocalChangeId& id);

    const Theme& m_theme;
    const Clock& m_clock;
    QTimeZone m_zone;
    console::Desk& m_desk;
    SyncModel* m_model;
    QTableView* m_table;
    QPointer<RunInspector> m_inspector;
    Card* m_agreement;
    Card* m_outbox;
    Card* m_directory;
    QLineEdit* m_filter = nullptr;
    QPushButton* m_check = nullptr;
    QPushButton* m_sync = nullptr;
    QStackedLayout* m_stack;
    StatePanel* m_state;
    QTimer m_tick;
    QString m_currentKey;
    bool m_asking = false;  ///< For the directory.
};

}  // namespace refrain::ui
