#pragma once

#include "console/desk/localchange.h"
#include "ui/common/recordpane.h"
#include "ui/common/theme.h"
#include "ui/sync/syncmodel.h"

class QPushButton;

namespace refrain::ui {

/// One exchange, or one change that waits, in full; a change can be tried again or given up here.
class RunInspector final : public RecordPane {
    Q_OBJECT

public:
    RunInspector(const Theme& theme, const QTimeZone& zone, QWidget* parent = nullptr);

    void showNothing();
    void showExchange(const SyncLine& line);
    void showChange(const SyncLine& line, const console::LocalChange& change);

signals:
    void retryWanted(const refrain::console::LocalChangeId& change);
    void discardWanted(const refrain::console::LocalChangeId& change);
    void subjectWanted(const refrain::SubjectId& subject);

private:
    QWidget* m_actions;
    QPushButton* m_retry;
    QPushButton* m_discard;
    QPushButton* m_show;
    console::LocalChangeId m_change;
    SubjectId m_subject;
};

}  // namespace refrain::ui
