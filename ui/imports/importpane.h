#pragma once

#include "domain/import.h"
#include "ui/common/recordpane.h"

class QPushButton;

namespace refrain::ui {

/// One import beside the list: what became of it, and what can be done about it.
class ImportPane final : public RecordPane {
    Q_OBJECT

public:
    ImportPane(const Theme& theme, const QTimeZone& zone, QWidget* parent = nullptr);

    void showNothing() { showContent(false); }
    /// `mayUndo`: for who may administer.
    /// `canGoOn`: it was begun in this console, and nobody is importing it now.
    void showImport(const Import& import, bool mayUndo, bool canGoOn);

signals:
    void undoWanted();
    void endWanted();
    void leftWanted();
    void goOnWanted();

private:
    QWidget* m_actions;
    QPushButton* m_left;
    QPushButton* m_goOn;
    QPushButton* m_undo;
    QPushButton* m_end;
};

}  // namespace refrain::ui
