#include "ui/access/personpicker.h"

#include "console/table/subjecttable.h"
#include "ui/common/labels.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <utility>

namespace refrain::ui {

namespace {

constexpr int mostRows = 6;

}  // namespace

PersonPicker::PersonPicker(const Theme& theme, console::SubjectTable& people, QWidget* parent)
    : QWidget(parent),
      m_people(people),
      m_rows(people, nullptr, console::TableView::Shows::WhenFiltered),
      m_field(new QLineEdit(this)),
      m_list(new QListWidget(this)),
      m_none(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this))
{
    m_field->setObjectName(QStringLiteral("personField"));
    m_field->setPlaceholderText(tr("Name, e-mail address or ID"));
    m_field->setAccessibleName(tr("Person"));
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("personResults"));
    m_list->setAccessibleName(tr("People found"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setUniformItemSizes(true);
    m_none->setText(tr("Nobody here by that name."));
    m_none->setColour(&Theme::muted);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_field, m_list, m_none})
        layout->addWidget(widget);
    m_delay.setSingleShot(true);
    m_delay.setInterval(40);
    connect(&m_delay, &QTimer::timeout, this, &PersonPicker::search);
    connect(m_field, &QLineEdit::textEdited, this, [this] {
        m_person = {};
        m_settling = false;
        m_delay.start();
        emit chosen(m_person);
    });
    connect(&m_rows, &console::TableView::changed, this, &PersonPicker::fill);
    connect(&m_rows, &console::TableView::busyChanged, this, &PersonPicker::fill);
    connect(m_list, &QListWidget::itemClicked, this, &PersonPicker::choose);
    clear();
}

void PersonPicker::clear()
{
    m_person = {};
    m_settling = false;
    m_delay.stop();
    m_field->clear();
    m_rows.setFilter({});
    m_list->hide();
    m_none->hide();
}

void PersonPicker::search()
{
    const QString text = m_field->text().trimmed();
    if (text.isEmpty()) {
        m_list->hide();
        m_none->hide();
        return;
    }
    m_rows.setFilter(QStringLiteral("is:active ") + text);
    fill();  // The same name typed again changes nothing in the rows, and they say nothing.
}

bool PersonPicker::isFound() const
{
    return !m_delay.isActive() && !m_rows.isBusy() &&
           m_rows.filter() == QStringLiteral("is:active ") + m_field->text().trimmed();
}

void PersonPicker::fill()
{
    if (!m_person.isEmpty() || m_field->text().trimmed().isEmpty() || !isFound())
        return;
    m_list->clear();
    for (int i = 0; i < m_rows.count() && m_list->count() < mostRows; ++i) {
        const int row = m_rows.rowAt(i);
        if (m_people.isDeleted(row) || m_people.isBot(row))
            continue;
        const QString name = m_people.name(row).isEmpty() ? m_people.id(row).toString() : m_people.name(row);
        const QString email = m_people.email(row);
        auto* item = new QListWidgetItem(email.isEmpty() ? name : name + QStringLiteral("  ·  ") + email, m_list);
        item->setToolTip(item->text().toHtmlEscaped());
        item->setData(Qt::UserRole, m_people.id(row).toString());
    }
    const bool any = m_list->count() > 0;
    m_none->setVisible(!any);
    m_list->setVisible(any);
    if (!any)
        return;
    m_list->setCurrentRow(0);
    m_list->setFixedHeight(m_list->sizeHintForRow(0) * m_list->count() + 10);
    if (std::exchange(m_settling, false))
        choose();
}

void PersonPicker::choose()
{
    if (!isFound()) {
        m_settling = true;  // What is listed was found for other words.
        return;
    }
    const QListWidgetItem* item = m_list->isHidden() ? nullptr : m_list->currentItem();
    if (!item)
        return;
    m_person = SubjectId(item->data(Qt::UserRole).toString());
    m_field->setText(item->text());
    m_field->setCursorPosition(0);
    m_list->hide();
    emit chosen(m_person);
}

bool PersonPicker::eventFilter(QObject* watched, QEvent* event)
{
    const bool isTyped = m_person.isEmpty() && !m_field->text().trimmed().isEmpty();
    if (watched != m_field || event->type() != QEvent::KeyPress || !isTyped)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if (step != 0)
        m_list->setCurrentRow(qBound(0, m_list->currentRow() + step, m_list->count() - 1));
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        choose();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

}  // namespace refrain::ui
