#pragma once

#include "console/imports/importrun.h"
#include "ui/imports/importrows.h"

#include <QWidget>

class QCheckBox;
class QProgressBar;
class QPushButton;

namespace refrain::ui {

class NoteBox;
class TextLabel;

/// What an import would change, how far it is, and what it did: one page from the check to the end.
class ImportResult final : public QWidget {
    Q_OBJECT

public:
    /// REQUIRES: run and clock outlive it.
    ImportResult(const Theme& theme, console::ImportRun& run, const Clock& clock, ImportRows::Names names,
                 QWidget* parent);

    /// Where the keys go.
    [[nodiscard]] QWidget* pane() const;

    /// The request that waits for approval and is about this, or the same file; empty: none.
    void setRequest(const QString& id);

signals:
    void requestWanted(const QString& id);
    /// The file's own page again; nothing was applied.
    void backWanted();
    void closeWanted();
    void undoWanted();
    void applyWanted(bool tell);
    void said(const QString& sentence);

private:
    [[nodiscard]] bool hasRequest() const;
    void build();
    QWidget* buildButtons();
    QPushButton* button(const QString& text, const char* name, bool primary = false);
    void act();
    void leave();
    void updateStage();
    void updateProgress();
    void updateButtons();
    void showRows();

    console::ImportRun& m_run;
    const Clock& m_clock;
    TextLabel* m_title;
    NoteBox* m_note;
    QProgressBar* m_progress;
    ImportRows* m_rows;
    QCheckBox* m_tell;
    QPushButton* m_undo = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_request = nullptr;
    QString m_requestId;
    QPushButton* m_back = nullptr;
    QPushButton* m_act = nullptr;
    QPushButton* m_stop = nullptr;
};

}  // namespace refrain::ui
