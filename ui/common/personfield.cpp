#include "ui/common/personfield.h"

#include "console/table/subjecttable.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>
#include <QStyledItemDelegate>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace refrain::ui {

namespace {

constexpr int mostPeople = 8;
constexpr int mostChannels = 4;
constexpr int looked = 500;
constexpr int leastOffer = 380;

}  // namespace

PersonField::PersonField(const QString& name, const QString& hint, console::SubjectTable& people,
                         console::SubjectTable* channels, QWidget* parent)
    : QLineEdit(parent),
      m_people(people),
      m_channels(channels),
      m_peopleRows(people, nullptr, console::TableView::Shows::WhenFiltered),
      m_channelRows(channels ? *channels : people, nullptr, console::TableView::Shows::WhenFiltered),
      m_model(new QStringListModel(this))
{
    setObjectName(name);
    setPlaceholderText(hint);
    setAccessibleName(hint);
    setClearButtonEnabled(true);
    for (auto* clear : findChildren<QToolButton*>()) {
        clear->setObjectName(name + QStringLiteral("Clear"));
        clear->setAccessibleName(tr("Clear"));
    }
    auto* completer = new QCompleter(m_model, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer->setMaxVisibleItems(mostPeople + mostChannels);
    completer->popup()->setObjectName(name + QStringLiteral("Offers"));
    completer->popup()->setProperty("offers", true);
    completer->popup()->setItemDelegate(new QStyledItemDelegate(this));  // The completer's own knows no style sheet.
    // Not setCompleter(): that would write what is looked at into the field, over what was typed.
    completer->setWidget(this);
    m_completer = completer;
    m_delay.setSingleShot(true);
    m_delay.setInterval(60);
    connect(&m_delay, &QTimer::timeout, this, &PersonField::search);
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_offered.clear();
        m_model->setStringList({});
        m_isTyping = true;
        m_delay.start();
    });
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text == m_shown || m_picked.isEmpty())
            return;
        m_picked.clear();
        emit pickedChanged();
    });
    connect(completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, [this](const QModelIndex& index) {
        if (index.isValid() && size_t(index.row()) < m_offered.size())
            take(m_offered[size_t(index.row())]);
    });
    connect(this, &QLineEdit::returnPressed, this, &PersonField::settle);
    for (const console::TableView* rows : {&m_peopleRows, &m_channelRows}) {
        connect(rows, &console::TableView::changed, this, &PersonField::offer);
        connect(rows, &console::TableView::busyChanged, this, &PersonField::offer);
    }
}

void PersonField::reset()
{
    m_delay.stop();
    m_isTyping = false;
    m_picked.clear();
    m_shown.clear();
    m_offered.clear();
    clear();
    m_peopleRows.setFilter({});
    m_channelRows.setFilter({});
}

void PersonField::setPicked(const QString& id, const QString& name)
{
    reset();
    m_shown = name.trimmed();
    setText(m_shown);
    m_picked = id;
}

bool PersonField::event(QEvent* event)
{
    // The window has a use for Escape too; while something is typed it is ours.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape && !text().isEmpty()) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void PersonField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape || text().isEmpty()) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    // First the offers go, then what was typed.
    if (!m_completer->popup()->isVisible())
        clear();
    m_isTyping = false;
    m_completer->popup()->hide();
}

void PersonField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    const bool goesOn = event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason;
    if (!goesOn && m_picked.isEmpty() && !m_settling)
        reset();
}

void PersonField::search()
{
    if (text().trimmed().isEmpty())
        return;
    m_peopleRows.setFilter(text());
    if (m_channels)
        m_channelRows.setFilter(text());
    offer();
}

void PersonField::offer()
{
    const QString typed = text().trimmed();
    const bool isStale = m_peopleRows.isBusy() || m_channelRows.isBusy() || m_peopleRows.filter() != text();
    if (typed.isEmpty() || !m_isTyping || m_delay.isActive() || isStale)
        return;
    m_offered = m_others ? m_others(typed) : std::vector<Pick>();
    addFrom(m_people, m_peopleRows, mostPeople);
    if (m_channels)
        addFrom(*m_channels, m_channelRows, mostChannels);
    QStringList lines;
    for (const Pick& pick : m_offered)
        lines << (pick.more.isEmpty() ? pick.name : pick.name + QStringLiteral("  ·  ") + pick.more);
    m_model->setStringList(lines);
    if (std::exchange(m_settling, false))
        settle();
    else if (hasFocus() && !lines.isEmpty())
        open();
    else
        m_completer->popup()->hide();
}

void PersonField::open()
{
    m_completer->complete(QRect(0, 4, qMax(leastOffer, width()), height()));
    // Enter takes the first.
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void PersonField::addFrom(const console::SubjectTable& table, const console::TableView& rows, int most)
{
    // Whose whole name was typed comes first, then who has it in one piece, then the rest as the list has them.
    const QString typed = text().simplified();
    const auto rank = [&](int row) {
        const QString name = table.name(row).simplified();
        return name.compare(typed, Qt::CaseInsensitive) == 0 ? 0 : name.contains(typed, Qt::CaseInsensitive) ? 1 : 2;
    };
    std::vector<std::pair<int, int>> shown;
    for (int i = 0; i < qMin(looked, rows.count()); ++i)
        shown.emplace_back(rank(rows.rowAt(i)), rows.rowAt(i));
    std::stable_sort(shown.begin(), shown.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (size_t i = 0; i < qMin(size_t(most), shown.size()); ++i) {
        const int row = shown[i].second;
        const QString id = table.id(row).toString();
        const bool isChannel = table.kind(row) == SubjectKind::Channel;
        const QString name = table.name(row).simplified();
        const QString words = name.isEmpty() ? id : isChannel ? u'#' + name : name;
        m_offered.push_back({id, words, table.email(row).isEmpty() ? id : table.email(row)});
    }
}

void PersonField::take(const Pick& pick)
{
    m_isTyping = false;
    m_shown = pick.name.trimmed();
    setText(m_shown);
    m_completer->popup()->hide();
    m_picked = pick.id;
    emit pickedChanged();
}

void PersonField::settle()
{
    const QString typed = text().trimmed();
    if (typed.isEmpty() || (!m_picked.isEmpty() && typed == m_shown) || m_completer->popup()->isVisible())
        return;
    const bool isAsking = m_delay.isActive() || m_peopleRows.isBusy();
    if (isAsking) {
        m_settling = true;
        m_delay.start(0);
    } else if (!m_offered.empty()) {
        take(m_offered.front());
    } else {
        take({typed, typed, {}});
    }
}

}  // namespace refrain::ui
