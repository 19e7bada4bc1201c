#pragma once

#include "console/sending/workflows.h"
#include "ui/common/slackmessage.h"
#include "ui/common/theme.h"
#include "ui/notifications/recipientrows.h"

#include <QDialog>

class QPushButton;

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class NoteBox;
class PreviewPane;
class TextLabel;

/// Before a workflow runs: what it says, who gets it now and who does not, and why; then it runs. open() it; deletes
/// itself when closed.
class RunDialog final : public QDialog {
    Q_OBJECT

public:
    RunDialog(const Theme& theme, console::Desk& desk, const console::StoredWorkflow& workflow, QWidget* parent);
    ~RunDialog() override;

signals:
    /// It ran; who gets it is on its way.
    void ran(const refrain::WorkflowRun& run);

private:
    void build(const Theme& theme);
    void read();
    void take(const console::RunPreview& preview);
    void updateButtons();
    void test();
    void run();

    console::Desk& m_desk;
    console::Workflows m_workflows;
    console::StoredWorkflow m_workflow;
    SlackMessage* m_message;
    PreviewPane* m_who;
    TextLabel* m_beyond;
    NoteBox* m_note;
    NoteBox* m_calls;
    TextLabel* m_problem;
    QPushButton* m_test = nullptr;
    QPushButton* m_run = nullptr;
    console::RunPreview m_preview;
    QByteArray m_key;  ///< Of this very run, pressed again after an answer that was lost.
    bool m_isKnown = false;
    bool m_isTested = false;
    bool m_isBusy = false;
};

}  // namespace refrain::ui
