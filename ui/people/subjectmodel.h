#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "console/table/cell.h"
#include "domain/subject.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace refrain::console {
class RowSet;
class SubjectTable;
class TableView;
struct SortKey;
}  // namespace refrain::console

namespace refrain::ui {

/// The rows of a console::TableView as Qt's views want them. Holds no rows itself: every answer is one look into the
/// columns. UI thread.
class SubjectModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    /// The columns before the categories; after these comes Changed.
    enum Column { Name, Email, Title, Topic, Role, FirstCategory };
    enum ExtraRole { CellRole = Qt::UserRole + 1 };  ///< console::Cell, for category columns.

    /// REQUIRES: all three outlive the model.
    SubjectModel(console::SubjectTable& table, console::TableView& view, const Clock& clock, const QTimeZone& zone,
                 QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Whose names stand for the members that a topic mentions; outlives the model.
    void setPeople(const console::SubjectTable& people) { m_people = &people; }
    /// Which rows are selected together; outlives the model.
    void setSelection(const console::RowSet& rows) { m_selection = &rows; }
    [[nodiscard]] bool hasSelection() const;
    [[nodiscard]] bool isSelected(int row) const;
    [[nodiscard]] QString mentionsNamed(const QString& text) const;

    [[nodiscard]] const console::SubjectTable& table() const { return m_table; }
    [[nodiscard]] int categoryCount() const;
    [[nodiscard]] int changedColumn() const { return FirstCategory + categoryCount(); }
    /// The table's category behind a column; -1 where it is none.
    [[nodiscard]] int categoryOf(int column) const;
    /// A stable name of a column, for what is remembered: "name", "changed", or the category's slug.
    [[nodiscard]] QString columnName(int column) const;
    [[nodiscard]] console::SortKey sortKeyOf(int column) const;

    /// The table's row behind a view row. REQUIRES: a row of this model.
    [[nodiscard]] int tableRow(int row) const;
    [[nodiscard]] SubjectId subjectAt(int row) const;
    /// -1 where the filter hides it.
    [[nodiscard]] int rowOf(const SubjectId& subject) const;

    [[nodiscard]] console::Cell cell(const QModelIndex& index) const;
    /// What the name column shows: the name, else the display name, else the id.
    [[nodiscard]] QString displayName(int row) const;
    /// Tells people of one name apart: handle, title or id; empty where the name is the only one of its kind.
    [[nodiscard]] QString distinction(int row) const;
    /// "OPT_OUT" before all others, "Left", "Guest", "Admin", …
    [[nodiscard]] QStringList tags(int row) const;
    /// Deleted, archived: shown muted.
    [[nodiscard]] bool isGone(int row) const;
    /// What is told relative to now is told anew.
    void timePassed();
    /// A newer answer to the filter is on its way: rows may still move.
    [[nodiscard]] bool isBusy() const;

private:
    void announce(const QList<int>& tableRows, int firstColumn, int lastColumn);
    [[nodiscard]] QVariant text(const QModelIndex& index) const;
    [[nodiscard]] QString words(const QModelIndex& index) const;
    [[nodiscard]] QVariant switched(const QModelIndex& index) const;
    [[nodiscard]] QString help(const QModelIndex& index) const;

    console::SubjectTable& m_table;
    console::TableView& m_view;
    const console::SubjectTable* m_people = nullptr;
    const console::RowSet* m_selection = nullptr;
    const Clock& m_clock;
    QTimeZone m_zone;
};

/// The tag of those for whom all optional messages are off.
[[nodiscard]] QString optOutTag();
/// "Guest", "Admin", …; "Member" for members.
[[nodiscard]] QString roleText(SubjectRole role);

}  // namespace refrain::ui
