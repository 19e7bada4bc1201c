#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "console/table/tableview.h"
#include "domain/receiptid.h"
#include "ui/bulk/bulkwords.h"
#include "ui/common/screen.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QTimeZone>
#include <QTimer>
#include <QUrl>

#include <functional>

class QPushButton;
class QStackedLayout;

namespace refrain::console {
class Desk;
class SubjectTable;
}  // namespace refrain::console

namespace refrain::ui {

class ChangeController;
class BulkDesk;
class FilterField;
class Settings;
class Skeleton;
class StatePanel;
class SubjectFilter;
class SubjectInspector;
class SubjectModel;
class SubjectTableView;

/// How a screen of subjects differs from the other: people or channels.
struct SubjectScreenKind {
    QString name;  ///< "people", "channels"
    QString title;
    QString iconName;
    QString filterHint;  ///< What the filter looks at.
    QString nobody;      ///< The filter hides all: "Nobody matches this filter."
    QString none;        ///< There is none yet.
    QString help;        ///< What F1 says of it, the first line its headline.
    QList<int> offeredColumns;
    QList<int> shownColumns;
    Counted counted = Counted::People;  ///< What many rows are called.
};

/// A filter, the table, and the inspector beside it.
class SubjectScreen final : public Screen {
    Q_OBJECT

public:
    SubjectScreen(const Theme& theme, Settings& settings, const Clock& clock, const QTimeZone& zone,
                  console::Desk& desk, console::SubjectTable& table, SubjectScreenKind kind);
    ~SubjectScreen() override;

    [[nodiscard]] QString name() const override { return m_kind.name; }
    [[nodiscard]] QString title() const override { return m_kind.title; }
    [[nodiscard]] QString iconName() const override { return m_kind.iconName; }
    [[nodiscard]] QWidget* inspector() override;
    [[nodiscard]] QLineEdit* filterField() override;
    [[nodiscard]] QWidget* mainPane() override;

    /// Selects a subject, clearing the filter where that hides it, and shows its details.
    void reveal(const SubjectId& subject);
    void setFilter(const QString& text);
    /// Shows somebody and turns a category off for them.
    void turnOff(const SubjectId& subject, const CategorySlug& category);
    [[nodiscard]] BulkDesk& bulk() const { return *m_bulk; }
    /// One more thing to do, at the end of the bar above the table.
    void addToBar(QWidget* widget) { m_bar->addWidget(widget); }
    [[nodiscard]] SubjectTableView& tableView() const { return *m_view; }
    /// Opens a page in the system's browser; without it only the address is copied.
    using OpenPage = std::function<bool(const QUrl&)>;
    void setOpenPage(OpenPage open) { m_openPage = std::move(open); }

signals:
    void importWanted();
    /// The first rows stand on screen.
    void rowsShown();
    void subjectWanted(const refrain::SubjectId& subject);
    void receiptWanted(const refrain::ReceiptId& id);
    void notificationWanted(const QString& id);
    void runWanted(const QString& id);

private:
    void build();
    [[nodiscard]] QWidget* buildLegendButton();
    void connectTable();
    void connectInspector();
    void updateCount();
    void updateState();
    void showSubject(const SubjectId& subject);
    void loadDetail();
    void showKnown();
    void showEarlier();
    void connectPerson();
    void showPage();
    void ask();
    void updateCells();
    void updateProblems();
    void updateUndo();
    void showContact();
    void showProvenance(const QModelIndex& index, const QPoint& globalPos);
    [[nodiscard]] CategorySlug currentCategory() const;

    const Theme& m_theme;
    const Clock& m_clock;
    QTimeZone m_zone;
    console::Desk& m_desk;
    console::SubjectTable& m_table;
    SubjectScreenKind m_kind;
    console::TableView m_rows;
    SubjectModel* m_model;
    SubjectTableView* m_view;
    QPointer<SubjectInspector> m_inspector;
    ChangeController* m_changes;
    BulkDesk* m_bulk = nullptr;
    FilterField* m_filter;
    QHBoxLayout* m_bar;
    SubjectFilter* m_filtering;
    QPushButton* m_columns;
    QStackedLayout* m_stack;
    StatePanel* m_state;
    Skeleton* m_skeleton;
    QTimer m_detailDelay;
    QTimer m_detailAgain;
    QTimer m_tick;             ///< "2 min ago" goes stale by itself.
    bool m_isPartial = false;  ///< The details shown lack what the backend could not say.
    SubjectId m_sawRefusal;    ///< Whose refused change is explained in the inspector now.
    quint64 m_generation = 0;
    bool m_saidRows = false;
    OpenPage m_openPage;
};

}  // namespace refrain::ui
