#pragma once

#include "console/audit/auditreader.h"
#include "ui/common/recordpane.h"
#include "ui/common/theme.h"

class QPushButton;

namespace refrain::ui {

/// One entry of the audit log in full.
class EntryInspector final : public RecordPane {
    Q_OBJECT

public:
    EntryInspector(const Theme& theme, const QTimeZone& zone, QWidget* parent = nullptr);

    /// `what`: the category's title or the sort of act, as the table says it.
    /// `many`: whom it stands for, "300 people", where it is the first of several.
    void showEntry(const console::AuditRow& row, const QString& what, const QString& many = {});
    /// Whether what is shown can be undone, and how many choices that is; 0: it cannot.
    void setUndo(int choices);
    void showNothing() { showContent(false); }

signals:
    void subjectWanted(const refrain::SubjectId& subject);
    void undoWanted();

private:
    QPushButton* m_show;
    QPushButton* m_undo;
    SubjectId m_subject;
};

}  // namespace refrain::ui
