#pragma once

#include "console/audit/auditreader.h"
#include "ui/common/inspectorpane.h"
#include "ui/common/theme.h"

#include <QTimeZone>

namespace refrain::ui {

class FactsList;
class NoteBox;
class TextLabel;

/// One entry of the audit log in full.
class EntryInspector final : public InspectorPane {
    Q_OBJECT

public:
    EntryInspector(const Theme& theme, const QTimeZone& zone, QWidget* parent = nullptr);

    void showEntry(const console::AuditRow& row);

private:
    QTimeZone m_zone;
    TextLabel* m_title;
    TextLabel* m_when;
    NoteBox* m_note;
    FactsList* m_facts;
};

}  // namespace refrain::ui
