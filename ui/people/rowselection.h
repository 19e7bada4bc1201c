#pragma once

#include "console/table/rowset.h"

#include <QObject>
#include <QPoint>

class QKeyEvent;
class QModelIndex;
class QMouseEvent;

namespace refrain::console {
class SubjectTable;
class TableView;
}  // namespace refrain::console

namespace refrain::ui {

class SubjectModel;
class SubjectTableView;

/// Many rows of a table, chosen as in any list: Ctrl+click, Shift+click, dragging, Shift with the arrows, Ctrl+Space,
/// Ctrl+A for all that the filter shows; Esc and a plain click let go of them. Kept by the table's own row numbers, so
/// that a million cost 125 kB and another filter or order changes nothing: who is hidden stays selected, and is
/// counted.
///
/// It stands beside the one row whose details are shown, and listens to the view's events; the view knows nothing of
/// it.
class RowSelection final : public QObject {
    Q_OBJECT

public:
    /// REQUIRES: all outlive it.
    RowSelection(SubjectTableView& view, SubjectModel& model, console::TableView& rows, console::SubjectTable& table);

    [[nodiscard]] const console::RowSet& rows() const { return m_set; }
    /// How many of them the filter hides.
    [[nodiscard]] int hidden() const;
    /// All that the filter shows, once its answer is complete.
    void selectAll();
    void select(const std::vector<quint32>& rows);
    void clear();

signals:
    void changed();
    /// Ctrl+C.
    void copyWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool press(const QMouseEvent& event);
    bool drag(const QMouseEvent& event);
    bool key(const QKeyEvent& event);
    void walk(const QKeyEvent& event);
    void toggle(const QModelIndex& index);
    /// From the anchor to here; `added` keeps what was selected before.
    void reach(int position, bool added);
    void takeAll();
    void told();

    SubjectTableView& m_view;
    SubjectModel& m_model;
    console::TableView& m_rows;
    console::RowSet m_set;
    int m_anchor = -1;  ///< The table's row from which a range is counted.
    QPoint m_pressedAt;
    bool m_isPressed = false;
    bool m_wantsAll = false;  ///< Ctrl+A before the filter's answer was complete.
    bool m_walking = false;
};

}  // namespace refrain::ui
