#pragma once

#include "base/id.h"
#include "ui/common/settings.h"
#include "ui/common/theme.h"

#include <QPersistentModelIndex>
#include <QTableView>

class QMenu;

namespace refrain::console {
class TableView;
}

namespace refrain::ui {

class SubjectModel;

/// The table of people or channels. The first click selects a row; a click on the mark of the selected row, or Space
/// on a mark, asks to change it. Keeps its row and place when the order or filter is computed anew.
class SubjectTableView final : public QTableView {
    Q_OBJECT

public:
    /// `offered`: the fixed columns that make sense here, besides the categories and Changed; `shown` those that stand
    /// there before anybody chose.
    SubjectTableView(const Theme& theme, SubjectModel& model, console::TableView& rows, Settings& settings,
                     const QString& name, QList<int> offered, QList<int> shown, QWidget* parent);

    /// Whose row is selected; empty where nobody's is, or the filter hides it.
    [[nodiscard]] SubjectId currentSubject() const { return m_current; }
    /// Selects and scrolls to it; false where the filter hides it.
    bool select(const SubjectId& subject);
    /// The first row, where no person has chosen one yet, and again where another came before it; nothing scrolls. A
    /// click on its mark still only selects it.
    void selectFirst();
    /// Takes the focus, on the first row where none is selected.
    void enter();
    /// Lets go of a subject that is no longer in the table.
    void dropIfGone();
    void setCompact(bool compact);
    /// Fills a menu with a checkable entry per column.
    void fillColumnMenu(QMenu& menu);

signals:
    /// Empty: nobody is selected any more.
    void currentSubjectChanged(const refrain::SubjectId& subject);
    /// Somebody acted on a mark.
    void markActivated(const QModelIndex& index);
    /// Enter.
    void detailsWanted();
    /// The pointer rests on a mark: fetch what its tooltip says.
    void provenanceWanted(const QModelIndex& index, const QPoint& globalPos);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyboardSearch(const QString&) override {}  // A linear walk over a million rows; `/` filters.

private:
    void setUpColumns();
    void arrangeColumns();
    void stretchTexts();
    /// `resized`: the column whose width a person changed; -1: none.
    void remember(int resized);
    void restorePlace();
    void setCurrentRow(int row);
    void leave();
    [[nodiscard]] QStringList columnNames() const;
    [[nodiscard]] bool isShown(int column) const;
    [[nodiscard]] int defaultWidth(int column) const;
    /// What the marks leave to the name and the text beside it.
    [[nodiscard]] int roomForTexts() const;
    [[nodiscard]] bool isOnMark(const QModelIndex& index, const QPoint& position) const;

    SubjectModel& m_subjects;
    console::TableView& m_rows;
    Settings& m_settings;
    QString m_name;
    QList<int> m_offered;
    QList<int> m_shownAtFirst;
    SubjectId m_current;
    SubjectId m_chosen;   ///< Whom a person chose last: selected again once the filter lets the row through.
    QString m_placedFor;  ///< The filter for whose answer the place in the list was last settled.
    int m_currentColumn = 0;
    QPersistentModelIndex m_pressedMark;
    QStringList m_arranged;  ///< The columns as they were when they were last arranged.
    bool m_arranging = false;
    bool m_choosing = true;     ///< False while Qt makes a row the current one by itself.
    bool m_chosenByUs = false;  ///< Nobody has acted on the row that is selected.
};

}  // namespace refrain::ui
