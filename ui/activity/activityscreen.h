#pragma once

#include "base/clock.h"
#include "console/audit/auditreader.h"
#include "console/bulk/bulkact.h"
#include "ui/common/personfield.h"
#include "ui/common/screen.h"
#include "ui/common/theme.h"

#include <QPointer>
#include <QTimeZone>
#include <QTimer>

class QStackedLayout;
class QTableView;

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class ActivityFilters;
class ActivityModel;
class EntryInspector;
class LogPanel;
class Skeleton;
class StatePanel;

/// The audit log: who changed what for whom, before and after; whether the log still is what it was; export.
class ActivityScreen final : public Screen {
    Q_OBJECT

public:
    ActivityScreen(const Theme& theme, const Clock& clock, const QTimeZone& zone, console::AuditReader& audit,
                   console::Desk& desk);
    ~ActivityScreen() override;

    [[nodiscard]] QString name() const override { return QStringLiteral("activity"); }
    [[nodiscard]] QString title() const override { return tr("Activity"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("activity"); }
    [[nodiscard]] bool beginsGroup() const override { return true; }
    [[nodiscard]] QWidget* inspector() override;
    [[nodiscard]] QLineEdit* filterField() override;
    [[nodiscard]] QWidget* mainPane() override;
    void entered() override;
    /// The entries that another screen counted, whatever was filtered before.
    void showOnly(const console::AuditFilter& filter);

signals:
    /// To give back what stood before these choices, each only where it stands as it was made.
    void takeBackWanted(const refrain::console::BulkAct& act, const std::vector<refrain::console::BulkItem>& items);
    void importUndoWanted(const QString& import);
    void subjectWanted(const refrain::SubjectId& subject);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] int undoable(int row) const;
    void undoChosen();
    void showEntry(int row);
    void build();
    void arrangeColumns();
    void connectParts();
    [[nodiscard]] std::vector<PersonField::Pick> otherActors(const QString& text) const;
    void keepChosen();
    void load();
    void loadMore(const QString& after);
    void showFailure(const Error& error);
    void chooseExport();
    void exportTo(const QString& path);
    void exportEnded();

    const Theme& m_theme;
    console::AuditReader& m_audit;
    console::Desk& m_desk;
    ActivityModel* m_model;
    QTableView* m_table;
    QPointer<EntryInspector> m_inspector;
    ActivityFilters* m_filters;
    LogPanel* m_log;
    QStackedLayout* m_stack;
    StatePanel* m_state;
    Skeleton* m_skeleton;
    QTimer m_delay;
    QFuture<Result<qint64>> m_exporting;
    quint64 m_generation = 0;
    int m_foldedPages = 0;       ///< Fetched one after the other without a new row.
    bool m_isGathering = false;  ///< All that an act did is fetched, to be undone.
    qint64 m_chosen = -1;        ///< The entry that the details show, by its index in the log.
    console::AuditFilter m_shownFilter;
    bool m_hasFailed = false;
};

}  // namespace refrain::ui
