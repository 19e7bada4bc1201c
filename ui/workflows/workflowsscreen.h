#pragma once

#include "console/sending/notifications.h"
#include "console/sending/templates.h"
#include "console/sending/workflows.h"
#include "ui/common/screen.h"
#include "ui/common/textrows.h"
#include "ui/workflows/workflowpane.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

#include <functional>

class QCheckBox;
class QPushButton;
class QStackedWidget;

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class ListBody;
class WorkflowEditor;

/// Messages that go out again and again: when each runs next, what became of it, and their writing. Whoever has a role
/// sees them; senders run them, admins write them.
class WorkflowsScreen final : public Screen {
    Q_OBJECT

public:
    WorkflowsScreen(const Theme& theme, const Clock& clock, const QTimeZone& zone, console::Desk& desk);
    ~WorkflowsScreen() override;

    [[nodiscard]] QString name() const override { return QStringLiteral("workflows"); }
    [[nodiscard]] QString title() const override { return tr("Workflows"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("workflows"); }
    [[nodiscard]] bool isNested() const override { return true; }
    [[nodiscard]] QWidget* inspector() override { return m_pane; }
    [[nodiscard]] QWidget* mainPane() override;
    void entered() override;
    bool undo() override;

signals:
    /// Who got the message of a run is to be shown.
    void notificationWanted(const QString& id);

private:
    QWidget* buildBar();
    void connectParts();
    void connectEditor();
    void load();
    void loadTemplates();
    void readLast(const QString& slug);
    void showRows();
    [[nodiscard]] TextRow rowFor(const console::StoredWorkflow& stored) const;
    void showChosen();
    void readRuns();
    void readSummaries(const QString& slug);
    [[nodiscard]] WorkflowPane::Shown shownOf(const console::StoredWorkflow& stored) const;
    void begin(const console::StoredWorkflow& before, const console::StoredWorkflow& written, const QString& data);
    [[nodiscard]] std::function<void()> backToWritten();
    void render();
    void save(bool over);
    void store(const console::StoredWorkflow& wish, bool isNew);
    void leaveEditor();
    void keepDraft();
    /// Once: what was being written when the workspace was left.
    void restoreDraft();
    void runNow();
    void pause();
    void archive();
    void put(const console::StoredWorkflow& wish, const QString& sentence, bool canGoBack);
    void keep(const console::StoredWorkflow& stored);
    [[nodiscard]] bool isEditing() const;
    [[nodiscard]] bool maySend() const;
    [[nodiscard]] const console::StoredWorkflow* find(const QString& slug) const;
    [[nodiscard]] QString zoneName() const;

    const Theme& m_theme;
    const Clock& m_clock;
    QTimeZone m_zone;
    console::Desk& m_desk;
    console::Workflows m_workflows;
    console::Templates m_templates;
    console::Notifications m_notifications;
    QStackedWidget* m_pages;
    QWidget* m_listPage;
    ListBody* m_list;
    WorkflowEditor* m_editor;
    QPointer<WorkflowPane> m_pane;
    QPushButton* m_new = nullptr;
    QCheckBox* m_archived = nullptr;
    std::vector<console::StoredWorkflow> m_rows;
    QHash<QString, std::vector<RunShown>> m_runs;  ///< By workflow, newest first, as far as they were read.
    QTimer m_renderSoon;
    QTimer m_poll;
    std::function<void()> m_back;  ///< Takes the last act back; empty: there is none.
    quint64 m_generation = 0;
    bool m_loaded = false;
    bool m_restored = false;
};

}  // namespace refrain::ui
