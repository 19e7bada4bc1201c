#include "ui/people/filtercompleter.h"

#include "console/table/subjecttable.h"
#include "ui/common/filterfield.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>
#include <QStyledItemDelegate>

namespace refrain::ui {

namespace {

constexpr int widestOffers = 460;
constexpr int mostOffers = 12;

}  // namespace

FilterCompleter::FilterCompleter(FilterField& field, const console::SubjectTable& table, QObject* parent)
    : QObject(parent),
      m_field(field),
      m_table(table),
      m_model(new QStringListModel(this)),
      m_completer(new QCompleter(m_model, this))
{
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(mostOffers);
    QAbstractItemView* popup = m_completer->popup();
    popup->setObjectName(field.objectName() + QStringLiteral("Offers"));
    popup->setAccessibleName(tr("What can stand in the filter"));
    popup->setProperty("offers", true);
    popup->setItemDelegate(new QStyledItemDelegate(this));  // The completer's own knows no style sheet.
    // Not setCompleter(): that would replace the whole filter by one of its words.
    m_completer->setWidget(&field);
    connect(&field, &QLineEdit::textEdited, this, [this] { offer(false); });
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { take(index.row()); });
    field.installEventFilter(this);
    popup->installEventFilter(this);
}

void FilterCompleter::offer(bool isAsked)
{
    m_offers = console::offersAt(m_field.text(), m_field.cursorPosition(), m_table.categories(), isAsked);
    QStringList lines;
    for (const console::FilterWord& one : m_offers.offers)
        lines << one.word + QStringLiteral("  ·  ") + one.meaning;
    m_model->setStringList(lines);
    // The completer leaves no room for the frame: few offers would stand beside a bar that scrolls nothing.
    m_completer->popup()->setVerticalScrollBarPolicy(lines.size() > mostOffers ? Qt::ScrollBarAsNeeded
                                                                               : Qt::ScrollBarAlwaysOff);
    if (lines.isEmpty())
        m_completer->popup()->hide();
    else
        m_completer->complete(QRect(0, 4, qMin(widestOffers, m_field.width()), m_field.height()));
}

void FilterCompleter::take(int row)
{
    if (row < 0 || size_t(row) >= m_offers.offers.size())
        return;
    const auto [text, cursor] = m_offers.taken(m_field.text(), size_t(row));
    m_field.setText(text);
    m_field.setCursorPosition(int(cursor));
    offer(false);  // Behind a key its values.
}

bool FilterCompleter::eventFilter(QObject* watched, QEvent* event)
{
    QAbstractItemView* popup = m_completer->popup();
    // The window has a use for Escape too; while there are offers it closes them.
    if (event->type() == QEvent::ShortcutOverride && popup->isVisible()) {
        const bool isEscape = static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
        event->setAccepted(event->isAccepted() || isEscape);
        return isEscape;
    }
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (watched == &m_field && key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier) {
        offer(true);
        return true;
    }
    if (watched != popup || !popup->isVisible())
        return QObject::eventFilter(watched, event);
    // The field would take Enter for the way into the list: it is that where nobody has gone to an offer.
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() == Qt::Key_Tab || (isEnter && popup->selectionModel()->hasSelection())) {
        const int row = qMax(0, popup->currentIndex().row());
        popup->hide();
        take(row);
        return true;
    }
    if (key->key() == Qt::Key_Escape) {
        popup->hide();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace refrain::ui
