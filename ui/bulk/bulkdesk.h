#pragma once

#include "console/bulk/bulkrun.h"
#include "ui/bulk/bulkwords.h"
#include "ui/common/theme.h"

#include <QObject>
#include <QPointer>
#include <QTimeZone>
#include <QTimer>

#include <memory>

namespace refrain::console {
class Desk;
class SubjectTable;
class TableView;
}  // namespace refrain::console

namespace refrain::ui {

class BulkDialog;
class Exporter;
class FileMenu;
class ManyMenu;
class RowSelection;
class SelectionBar;

/// Everything that a screen of subjects does to many rows at once: the bar below the table, the act that is looked at
/// or under way, and its dialog. One act at a time.
class BulkDesk final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        const Theme& theme;
        const Clock& clock;
        QTimeZone zone;
        console::Desk& desk;
        console::SubjectTable& table;
        console::TableView& rows;
        RowSelection& selection;
        QString name;  ///< Of the screen.
        Counted counted;
    };

    /// REQUIRES: all parts outlive it; `screen` is its parent.
    BulkDesk(const Parts& parts, QWidget* screen);
    ~BulkDesk() override;

    [[nodiscard]] SelectionBar* bar() const { return m_bar; }
    [[nodiscard]] ManyMenu* menu() const { return m_menu; }
    [[nodiscard]] FileMenu* files() const { return m_files; }
    /// Looks at what an act would do to the selected rows.
    void begin(console::BulkKind kind);
    /// Looks at what it would be to give back what stood before an act of some time ago.
    void takeBack(const console::BulkAct& act, const std::vector<console::BulkItem>& items);

signals:
    void said(const QString& sentence);
    /// A request for approval is to be shown.
    void requestWanted(const QString& id);

private:
    void connectBar();
    void connectMenu();
    void updateBar();
    void updateRun();
    void takeBackLast();
    void giveBack(const console::BulkAct& act, const std::vector<console::BulkItem>& items);
    /// Says so where another act is under way.
    bool isBusy();
    void openList();
    void exportRows(std::vector<quint32> rows);
    /// Of what is selected, in the order of the list; who is hidden comes last.
    [[nodiscard]] std::vector<quint32> selectedInOrder() const;
    [[nodiscard]] std::vector<quint32> shownRows() const;
    void start(std::unique_ptr<console::BulkRun> run, console::BulkKind kind);
    void openDialog();
    void closed();
    void copySelected();
    void copyResult();
    void saveResult();
    [[nodiscard]] std::vector<SubjectId> selected() const;
    [[nodiscard]] QString nameOf(const SubjectId& subject) const;
    [[nodiscard]] const Category& category() const;
    /// The result as lines of cells, the first its header.
    [[nodiscard]] QList<QStringList> resultRows() const;

    Parts m_parts;
    BulkWords m_words;
    QWidget* m_screen;
    SelectionBar* m_bar;
    ManyMenu* m_menu;
    FileMenu* m_files;
    Exporter* m_exporter;
    QPointer<BulkDialog> m_dialog;
    std::unique_ptr<console::BulkRun> m_run;
    console::BulkKind m_kind = console::BulkKind::OptOut;
    bool m_isSeen = false;  ///< What became of the act was looked at.
    QTimer m_barSoon;
};

}  // namespace refrain::ui
