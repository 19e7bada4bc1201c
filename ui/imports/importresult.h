#pragma once

#include "console/imports/importrun.h"
#include "ui/common/theme.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QProgressBar;
class QPushButton;
class QTableView;

namespace refrain::ui {

class NoteBox;
class TextLabel;
class TextRows;

/// What an import would change, how far it is, and what it did: one page from the check to the end.
class ImportResult final : public QWidget {
    Q_OBJECT

public:
    using NameOf = std::function<QString(const QString& subject)>;
    using TitleOf = std::function<QString(const QString& category)>;

    /// REQUIRES: run and clock outlive it.
    ImportResult(const Theme& theme, console::ImportRun& run, const Clock& clock, NameOf nameOf, TitleOf titleOf,
                 QWidget* parent);

    /// Where the keys go.
    [[nodiscard]] QWidget* pane() const;

signals:
    /// The file's own page again; nothing was applied.
    void backWanted();
    void closeWanted();
    void undoWanted();
    void applyWanted(bool tell);
    void said(const QString& sentence);

private:
    enum class Which { Changes, Left };
    void build(const Theme& theme);
    QWidget* buildButtons();
    QPushButton* button(const QString& text, const char* name, bool primary = false);
    void act();
    void leave();
    void updateStage();
    void updateProgress();
    void updateButtons();
    void showRows();
    void saveLeft();

    console::ImportRun& m_run;
    const Clock& m_clock;
    NameOf m_nameOf;
    TitleOf m_titleOf;
    TextLabel* m_title;
    NoteBox* m_note;
    QProgressBar* m_progress;
    QComboBox* m_which;
    TextRows* m_rows;
    QTableView* m_table;
    TextLabel* m_more;
    QCheckBox* m_tell;
    QPushButton* m_undo = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_act = nullptr;
};

}  // namespace refrain::ui
