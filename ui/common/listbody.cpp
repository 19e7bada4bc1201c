#include "ui/common/listbody.h"

#include "ui/common/columnfit.h"
#include "ui/common/skeleton.h"
#include "ui/common/statepanel.h"

#include <QScopedValueRollback>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>

namespace refrain::ui {

ListBody::ListBody(const Theme& theme, const QString& name, std::vector<TextRows::Column> columns,
                   const std::vector<int>& widths, int widest, QWidget* parent)
    : QWidget(parent),
      m_model(new TextRows(std::move(columns), this)),
      m_table(new QTableView(this)),
      m_state(new StatePanel(theme, this)),
      m_skeleton(new Skeleton(theme, this)),
      m_stack(new QStackedLayout(this))
{
    setUpTable(*m_table, theme, name + QStringLiteral("Table"));
    m_table->setModel(m_model);
    new ColumnFit(*m_table, widths, widest);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_table, m_state, m_skeleton})
        m_stack->addWidget(widget);
    m_stack->setCurrentWidget(m_skeleton);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (m_resetting || !now.isValid() || m_model->idAt(now.row()) == m_chosen)
            return;
        // The view makes the first row current, not selected, when it gets the focus.
        m_table->selectionModel()->select(now, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_chosen = m_model->idAt(now.row());
        emit chosenChanged(m_chosen);
    });
    connect(m_table, &QTableView::doubleClicked, this, &ListBody::opened);
    auto* enter = new QShortcut(Qt::Key_Return, m_table);
    enter->setContext(Qt::WidgetShortcut);
    connect(enter, &QShortcut::activated, this, &ListBody::opened);
    connect(m_state, &StatePanel::actionTriggered, this, &ListBody::actionTriggered);
}

void ListBody::setRows(std::vector<TextRow> rows)
{
    {
        const QScopedValueRollback guard(m_resetting, true);
        m_model->setRows(std::move(rows));
        const int row = m_model->rowOf(m_chosen);
        if (row >= 0 && m_table->currentIndex().row() != row)
            m_table->setCurrentIndex(m_model->index(row, 0));
    }
    if (!m_chosen.isEmpty() && m_model->rowOf(m_chosen) < 0)
        choose({});
    if (hasRows())
        m_stack->setCurrentWidget(m_table);
    else
        showState(m_noneIcon, m_noneSentence, m_noneAction);
}

void ListBody::setNone(const QString& iconName, const QString& sentence, const QString& action)
{
    m_noneIcon = iconName;
    m_noneSentence = sentence;
    m_noneAction = action;
}

void ListBody::showLoading()
{
    m_stack->setCurrentWidget(m_skeleton);
}

void ListBody::showState(const QString& iconName, const QString& sentence, const QString& action,
                         const QString& details)
{
    m_state->show(iconName, sentence, action, details);
    m_stack->setCurrentWidget(m_state);
}

void ListBody::choose(const QString& id)
{
    const int row = m_model->rowOf(id);
    const QString now = row < 0 ? QString() : id;
    {
        const QScopedValueRollback guard(m_resetting, true);
        if (row < 0) {
            m_table->clearSelection();
            m_table->setCurrentIndex({});
        } else {
            m_table->setCurrentIndex(m_model->index(row, 0));
        }
    }
    if (now == m_chosen)
        return;
    m_chosen = now;
    emit chosenChanged(m_chosen);
}

QWidget* ListBody::pane() const
{
    return m_stack->currentWidget();
}

}  // namespace refrain::ui
