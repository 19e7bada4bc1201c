#pragma once

#include "ui/common/textrows.h"
#include "ui/common/theme.h"

#include <QWidget>

class QStackedLayout;
class QTableView;

namespace refrain::ui {

class Skeleton;
class StatePanel;

/// A list of TextRows with what stands in its place while it loads, is empty, or could not be had. Whoever is chosen
/// stays chosen, whatever rows come and go around them.
class ListBody final : public QWidget {
    Q_OBJECT

public:
    /// `name`: of the screen; the table is called nameTable. Column `widest` takes what the others leave; its
    /// own in `widths` is what it keeps where there is little room.
    ListBody(const Theme& theme, const QString& name, std::vector<TextRows::Column> columns,
             const std::vector<int>& widths, int widest, QWidget* parent);

    /// An empty list shows `none` instead.
    void setRows(std::vector<TextRow> rows);
    /// What an empty list says.
    void setNone(const QString& iconName, const QString& sentence, const QString& action = {});
    void showLoading();
    /// In place of the rows.
    void showState(const QString& iconName, const QString& sentence, const QString& action = {},
                   const QString& details = {});
    [[nodiscard]] bool hasRows() const { return m_model->rowCount() > 0; }

    /// Empty where nobody is.
    [[nodiscard]] QString chosen() const { return m_chosen; }
    /// chosenChanged() follows where it is another; an unknown id chooses nobody.
    void choose(const QString& id);
    [[nodiscard]] QTableView& table() { return *m_table; }
    /// What has the focus when the screen is entered.
    [[nodiscard]] QWidget* pane() const;

signals:
    void chosenChanged(const QString& id);
    /// Enter or a double click.
    void opened();
    void actionTriggered();

private:
    TextRows* m_model;
    QTableView* m_table;
    StatePanel* m_state;
    Skeleton* m_skeleton;
    QStackedLayout* m_stack;
    QString m_chosen;
    QString m_noneIcon;
    QString m_noneSentence;
    QString m_noneAction;
    bool m_resetting = false;
};

}  // namespace refrain::ui
