#pragma once

#include "console/imports/importcalls.h"
#include "ui/imports/importrows.h"

class QPushButton;

namespace refrain::ui {

class NoteBox;
class TextLabel;

/// What an import that is over did not take over, line by line, to be looked at and saved.
class ImportPast final : public QWidget {
    Q_OBJECT

public:
    ImportPast(const Theme& theme, console::ImportCalls calls, ImportRows::Names names, QWidget* parent);

    void showImport(const Import& import);
    /// Where the keys go.
    [[nodiscard]] QWidget* pane() const;

signals:
    void closeWanted();
    void said(const QString& sentence);

private:
    void take(const Result<std::vector<wire::ImportItem>>& rows);
    void show(const QString& problem);

    console::ImportCalls m_calls;
    TextLabel* m_title;
    NoteBox* m_note;
    ImportRows* m_rows;
    QPushButton* m_save;
    Import m_import;
    std::vector<wire::ImportItem> m_items;
    int m_awaited = 0;
    quint64 m_generation = 0;
};

}  // namespace refrain::ui
