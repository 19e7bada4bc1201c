#pragma once

#include "console/bulk/bulkrun.h"
#include "ui/bulk/bulkform.h"
#include "ui/bulk/bulkwords.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QProgressBar;
class QPushButton;
class QTableView;

namespace refrain::ui {

class NoteBox;
class TextLabel;
class TextRows;

/// One act on many: whom it changes, from what to what, who is left out and why, before it is done; how far it is while
/// it is being done; what became of it, and the way back, after it. Stands beside the window, not in its way; closing
/// it stops nothing that was begun.
class BulkDialog final : public QDialog {
    Q_OBJECT

public:
    struct Facts {
        BulkForm::Facts form;
        Counted counted = Counted::People;
        const Clock* clock = nullptr;
        std::function<QString(const SubjectId&)> nameOf;
        /// The request of this person's that waits and is about the same; empty: none. May be absent.
        std::function<QString(const console::BulkRun&)> waiting;
    };

    /// REQUIRES: the run outlives it, or is given up with it.
    BulkDialog(const Theme& theme, const Facts& facts, console::BulkRun& run, QWidget* parent);

    /// Looks again at what the form asks for.
    void look();
    /// What waits for approval is otherwise.
    void updateStage();

signals:
    void undoWanted();
    /// What became of it, as a file or on the clipboard.
    void saveWanted();
    void copyWanted();
    void requestWanted(const QString& id);

protected:
    bool event(QEvent* event) override;

private:
    enum class Which { All, Change, Rest };
    void build(const Theme& theme);
    QWidget* buildButtons();
    void updateButtons();
    void updateProgress();
    void fit();
    void showRows();
    void act();
    [[nodiscard]] QString waiting() const;
    [[nodiscard]] QPushButton* button(const QString& text, const char* name, bool primary = false);

    Facts m_facts;
    BulkWords m_words;
    console::BulkRun& m_run;
    TextLabel* m_title;
    BulkForm* m_form;
    NoteBox* m_note;
    QProgressBar* m_progress;
    QComboBox* m_which;
    TextRows* m_rows;
    QTableView* m_table;
    TextLabel* m_more;
    QPushButton* m_undo;
    QPushButton* m_save;
    QPushButton* m_copy;
    QPushButton* m_request;
    QPushButton* m_close;
    QPushButton* m_act;
};

}  // namespace refrain::ui
