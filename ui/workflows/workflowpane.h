#pragma once

#include "console/sending/templates.h"
#include "ui/common/slackmessage.h"
#include "ui/workflows/workflowwords.h"

#include <QTimeZone>

class QGridLayout;
class QPushButton;
class QStackedLayout;

namespace refrain::ui {

class FactsList;
class ListBody;
class NoteBox;
class TextLabel;

/// A workflow beside the list: when it runs next, what may be done, and its runs; or, while it is written, what it
/// would say. Asks nobody.
class WorkflowPane final : public QWidget {
    Q_OBJECT

public:
    struct Shown {
        console::StoredWorkflow workflow;
        QList<std::pair<QString, QString>> facts;
        bool mayEdit = false;
        bool maySend = false;
    };

    WorkflowPane(const Theme& theme, const Clock& clock, const QTimeZone& zone, SlackMessage::NameOf nameOf);

    void showNothing();
    void show(const Shown& shown);
    void showRuns(const std::vector<RunShown>& runs);
    /// Instead of the runs: they could not be had.
    void showNoRuns(const QString& sentence);
    /// While it is written: what it would say, or why nothing.
    void showMessage(const Result<console::RenderedMessage>& message);
    /// Nothing is wrong; nothing was chosen yet, either.
    void showNoMessage(const QString& sentence);
    void setProblem(const QString& sentence);
    void setBusy(bool busy);

signals:
    void runWanted();
    void editWanted();
    void pauseWanted();
    void archiveWanted();
    /// Who got the message of a run.
    void notificationWanted(const QString& id);

private:
    QWidget* buildRecord(const Theme& theme);
    QWidget* buildWritten(const Theme& theme, SlackMessage::NameOf nameOf);
    QWidget* buildButtons();
    void showNote();

    const Clock& m_clock;
    QTimeZone m_zone;
    Shown m_shown;
    std::vector<RunShown> m_runs;
    QStackedLayout* m_stack;
    QWidget* m_record = nullptr;
    QWidget* m_written = nullptr;
    TextLabel* m_title = nullptr;
    TextLabel* m_about = nullptr;
    NoteBox* m_note = nullptr;
    QGridLayout* m_grid = nullptr;
    QPushButton* m_run = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_archive = nullptr;
    TextLabel* m_problem = nullptr;
    FactsList* m_facts = nullptr;
    ListBody* m_list = nullptr;
    QPushButton* m_open = nullptr;
    SlackMessage* m_message = nullptr;
    NoteBox* m_fault = nullptr;
};

}  // namespace refrain::ui
