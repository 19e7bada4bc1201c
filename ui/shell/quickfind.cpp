#include "ui/shell/quickfind.h"

#include "console/table/subjecttable.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>

namespace refrain::ui {

namespace {

QString rowText(const console::SubjectTable& table, int row)
{
    const bool channel = table.kind(row) == SubjectKind::Channel;
    const QString known = table.name(row).simplified();
    const QString name = known.isEmpty() ? table.id(row).toString() : known;
    const QString more = channel ? table.topic(row) : table.email(row);
    return (channel ? QStringLiteral("# ") : QString()) + name +
           (more.isEmpty() ? QString() : QStringLiteral("  ·  ") + more);
}

}  // namespace

QuickFind::QuickFind(QLineEdit& box, console::SubjectTable& people, console::SubjectTable& channels, QObject* parent)
    : QObject(parent),
      m_box(box),
      m_peopleTable(people),
      m_channelTable(channels),
      m_people(people, nullptr, console::TableView::Shows::WhenFiltered),
      m_channels(channels, nullptr, console::TableView::Shows::WhenFiltered),
      m_popup(new QListWidget(box.window()))
{
    m_popup->setObjectName(QStringLiteral("findResults"));
    m_popup->setProperty("offers", true);
    m_popup->setFocusPolicy(Qt::NoFocus);
    m_popup->setTextElideMode(Qt::ElideRight);
    m_popup->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_popup->setUniformItemSizes(true);
    m_popup->hide();
    m_box.installEventFilter(this);
    m_delay.setSingleShot(true);
    m_delay.setInterval(40);
    connect(&m_delay, &QTimer::timeout, this, &QuickFind::search);
    connect(&m_box, &QLineEdit::textEdited, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_people, &console::TableView::changed, this, &QuickFind::fill);
    connect(&m_channels, &console::TableView::changed, this, &QuickFind::fill);
    connect(m_popup, &QListWidget::itemClicked, this, &QuickFind::choose);
}

QuickFind::~QuickFind()
{
    // Nothing of this workspace is left for the next one.
    m_box.clear();
    delete m_popup;
}

void QuickFind::begin()
{
    m_box.setFocus(Qt::ShortcutFocusReason);
    m_box.selectAll();
}

void QuickFind::search()
{
    if (m_box.text().trimmed().isEmpty()) {
        close();
        return;
    }
    m_people.setFilter(m_box.text());
    m_channels.setFilter(m_box.text());
}

void QuickFind::fill()
{
    if (!m_box.hasFocus() || m_box.text().trimmed().isEmpty())
        return;
    m_popup->clear();
    addRows(m_peopleTable, m_people, 8);
    addRows(m_channelTable, m_channels, 4);
    if (m_popup->count() == 0) {
        auto* none = new QListWidgetItem(tr("Nobody and nothing by that name."), m_popup);
        none->setFlags(Qt::NoItemFlags);
    }
    m_popup->setCurrentRow(0);
    const QPoint corner = m_box.mapTo(m_box.window(), QPoint(0, m_box.height() + 4));
    m_popup->setGeometry(corner.x(), corner.y(), m_box.width(), m_popup->sizeHintForRow(0) * m_popup->count() + 10);
    m_popup->show();
    m_popup->raise();
}

void QuickFind::addRows(const console::SubjectTable& table, const console::TableView& rows, int most)
{
    for (int i = 0; i < qMin(most, rows.count()); ++i) {
        const int row = rows.rowAt(i);
        auto* item = new QListWidgetItem(rowText(table, row), m_popup);
        item->setData(Qt::UserRole, table.id(row).toString());
    }
}

void QuickFind::choose()
{
    const QListWidgetItem* item = m_popup->currentItem();
    if (!item || item->data(Qt::UserRole).isNull())
        return;
    const SubjectId subject(item->data(Qt::UserRole).toString());
    close();
    emit found(subject);
}

void QuickFind::close()
{
    m_popup->hide();
    m_box.clear();
    m_people.setFilter({});
    m_channels.setFilter({});
}

bool QuickFind::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != &m_box)
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        // Whoever goes elsewhere in the window is done here; another window in front changes nothing.
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            close();
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0)
            m_popup->setCurrentRow(qBound(0, m_popup->currentRow() + step, m_popup->count() - 1));
        else if (key == Qt::Key_Return || key == Qt::Key_Enter)
            choose();
        else
            return QObject::eventFilter(watched, event);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace refrain::ui
