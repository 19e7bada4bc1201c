#pragma once

#include "console/audit/auditreader.h"
#include "ui/common/recordpane.h"
#include "ui/common/theme.h"

namespace refrain::ui {

/// One entry of the audit log in full.
class EntryInspector final : public RecordPane {
    Q_OBJECT

public:
    EntryInspector(const Theme& theme, const QTimeZone& zone, QWidget* parent = nullptr);

    void showEntry(const console::AuditRow& row);
};

}  // namespace refrain::ui
