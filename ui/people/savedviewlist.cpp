#include "ui/people/savedviewlist.h"

#include "console/desk/desk.h"
#include "console/views/viewcounts.h"
#include "ui/common/labels.h"
#include "ui/people/viewnamedialog.h"
#include "ui/shell/sidebar.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

namespace refrain::ui {

SavedViewList::SavedViewList(const Theme& theme, console::Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_desk(desk),
      m_title(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Elided, this)),
      m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("savedViews"));
    setAccessibleName(tr("Saved views"));
    setWhatsThis(
        tr("Saved views\nFilters that were given a name, each with how many it has now. “Show” beside the "
           "filter keeps the one that is typed. F2 renames, Delete takes one away, Alt+↑ and Alt+↓ order "
           "them."));
    m_title->setText(tr("Saved views"));
    m_title->setColour(&Theme::muted);
    m_title->setContentsMargins(12, 16, 12, 4);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_title);
    connect(&desk.views(), &console::SavedViews::changed, this, &SavedViewList::fill);
    connect(&desk.viewCounts(), &console::ViewCounts::changed, this, &SavedViewList::showCounts);
    fill();
}

void SavedViewList::fill()
{
    const QString focused = idOf(focusWidget());
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const console::SavedView& view : m_desk.views().all()) {
        auto* button = new SidebarButton(
            m_theme, view.ofChannels ? QStringLiteral("channels") : QStringLiteral("people"), view.name, this);
        button->setObjectName(QStringLiteral("view-") + view.id);
        button->setAutoExclusive(false);
        button->setToolTip(view.filter.toHtmlEscaped());
        button->installEventFilter(this);
        connect(button, &QAbstractButton::clicked, this, [this, button, view] {
            button->setChecked(view.filter == m_filter && view.ofChannels == m_ofChannels);
            emit wanted(view.filter, view.ofChannels);
        });
        m_layout->addWidget(button);
        m_buttons.insert(view.id, button);
        if (view.id == focused)
            button->setFocus(Qt::OtherFocusReason);
    }
    setVisible(!m_buttons.isEmpty());
    setShown(m_filter, m_ofChannels);
    showCounts();
}

void SavedViewList::showCounts()
{
    for (auto it = m_buttons.constBegin(); it != m_buttons.constEnd(); ++it)
        it.value()->setCount(m_desk.viewCounts().count(it.key()).value_or(-1));
}

void SavedViewList::setShown(const QString& filter, bool ofChannels)
{
    m_filter = filter.trimmed();
    m_ofChannels = ofChannels;
    const console::SavedView* shown = m_desk.views().showing(m_filter, ofChannels);
    for (auto it = m_buttons.constBegin(); it != m_buttons.constEnd(); ++it)
        it.value()->setChecked(shown && shown->id == it.key());
}

QString SavedViewList::idOf(const QObject* button) const
{
    for (auto it = m_buttons.constBegin(); it != m_buttons.constEnd(); ++it) {
        if (it.value() == button)
            return it.key();
    }
    return {};
}

void SavedViewList::openMenu(const QString& id, const QPoint& globalPos)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("savedViewMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Rename…")), &QAction::triggered, this, [this, id] { rename(id); });
    connect(menu->addAction(tr("Move up")), &QAction::triggered, this, [this, id] { move(id, -1); });
    connect(menu->addAction(tr("Move down")), &QAction::triggered, this, [this, id] { move(id, 1); });
    menu->addSeparator();
    connect(menu->addAction(tr("Delete")), &QAction::triggered, this, [this, id] { remove(id); });
    menu->popup(globalPos);
}

void SavedViewList::rename(const QString& id)
{
    const console::SavedView* view = m_desk.views().find(id);
    if (!view)
        return;
    const auto keep = [this, id](const QString& name) { return m_desk.views().rename(id, name); };
    (new ViewNameDialog(tr("Rename the view"), view->name, view->filter, keep, window()))->open();
}

void SavedViewList::remove(const QString& id)
{
    const console::SavedView* found = m_desk.views().find(id);
    if (!found)
        return;
    const console::SavedView view = *found;
    const Result<> done = m_desk.views().remove(id);
    emit said(done ? tr("The view “%1” is deleted. Its filter was: %2").arg(view.name, view.filter)
                   : done.error().message());
}

void SavedViewList::move(const QString& id, int by)
{
    if (const Result<> done = m_desk.views().move(id, by); !done)
        emit said(done.error().message());
}

bool SavedViewList::eventFilter(QObject* watched, QEvent* event)
{
    const QString id = idOf(watched);
    if (id.isEmpty())
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ContextMenu) {
        openMenu(id, static_cast<QContextMenuEvent*>(event)->globalPos());
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isAlt = key->modifiers().testFlag(Qt::AltModifier);
    const int step = key->key() == Qt::Key_Up ? -1 : key->key() == Qt::Key_Down ? 1 : 0;
    if (key->key() == Qt::Key_F2)
        rename(id);
    else if (key->key() == Qt::Key_Delete)
        remove(id);
    else if (isAlt && step != 0)
        move(id, step);
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

}  // namespace refrain::ui
