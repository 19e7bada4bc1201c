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
    void showEntry(const console::AuditRow& row, const QString& what);
    void showNothing() { showContent(false); }

signals:
    void subjectWanted(const refrain::SubjectId& subject);

private:
    QPushButton* m_show;
    SubjectId m_subject;
};

}  // namespace refrain::ui
