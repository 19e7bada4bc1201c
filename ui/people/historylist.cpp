#include "ui/people/historylist.h"

#include "ui/common/labels.h"
#include "ui/common/timetext.h"
#include "ui/common/wheelguard.h"

#include <QComboBox>
#include <QDateTime>
#include <QGridLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace refrain::ui {

namespace {

constexpr size_t shownAtOnce = 50;
using Kind = console::HistoryEntry::Kind;

/// Of the year of the newest with the time of day, of any other with the year.
QString whenText(Millis at, Millis newest, const QTimeZone& zone)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at, zone);
    const bool isSameYear = time.date().year() == QDateTime::fromMSecsSinceEpoch(newest, zone).date().year();
    return QLocale().toString(time, isSameYear ? QStringLiteral("d MMM HH:mm") : QStringLiteral("d MMM yyyy"));
}

}  // namespace

HistoryList::HistoryList(const Theme& theme, const QTimeZone& zone, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_zone(zone),
      m_kind(new QComboBox(this)),
      m_earlier(new QPushButton(tr("Show earlier"), this)),
      m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("history"));
    auto* heading = new TextLabel(m_theme, TextRole::Heading, TextLabel::Fit::Wrapped, this);
    heading->setText(tr("Time line"));
    m_kind->setObjectName(QStringLiteral("historyKind"));
    m_kind->setAccessibleName(tr("What of the time line is shown"));
    m_kind->addItem(tr("All"), -1);
    m_kind->addItem(tr("Choices"), int(Kind::Choice));
    m_kind->addItem(tr("Messages"), int(Kind::Message));
    m_kind->addItem(tr("Directory"), int(Kind::Directory));
    new WheelGuard(m_kind);
    m_earlier->setObjectName(QStringLiteral("historyEarlier"));
    m_earlier->setProperty("link", true);
    auto* top = new QHBoxLayout;
    top->addWidget(heading, 1);
    top->addWidget(m_kind);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    m_layout->addLayout(top);
    m_layout->addWidget(m_earlier, 0, Qt::AlignLeft);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &HistoryList::fill);
    connect(m_earlier, &QPushButton::clicked, this, [this] {
        const bool hasMoreHere = m_entries.size() > m_most;
        m_most += shownAtOnce;
        if (hasMoreHere)
            fill();
        else
            emit earlierWanted();
    });
    clear();
}

void HistoryList::clear()
{
    m_entries.clear();
    m_note.clear();
    m_isMore = false;
    m_most = shownAtOnce;
    fill();
    setVisible(false);
}

void HistoryList::setEntries(const std::vector<console::HistoryEntry>& entries, const QString& note, bool isMore)
{
    // Who reads further down goes on reading there when the details are fetched anew.
    const bool isSame = !m_entries.empty() && !entries.empty() && m_entries.front().at == entries.front().at &&
                        m_entries.front().what == entries.front().what;
    if (isSame && note.isEmpty() && m_note.isEmpty())
        return;
    m_entries = entries;
    m_note = note;
    m_isMore = isMore;
    m_most = shownAtOnce;
    fill();
    setVisible(true);
}

void HistoryList::addEntries(const std::vector<console::HistoryEntry>& entries, bool isMore)
{
    m_entries.insert(m_entries.end(), entries.begin(), entries.end());
    m_isMore = isMore;
    fill();
}

bool HistoryList::isShown(const console::HistoryEntry& entry) const
{
    const int kind = m_kind->currentData().toInt();
    switch (entry.kind) {
        case Kind::Act: return kind < 0 || kind == int(Kind::Choice);
        case Kind::Told: return kind < 0 || kind == int(Kind::Choice) || kind == int(Kind::Message);
        case Kind::Sync: return kind < 0 || kind == int(Kind::Directory);
        default: return kind < 0 || int(entry.kind) == kind;
    }
}

void HistoryList::fill()
{
    delete m_body;
    m_body = new QWidget(this);
    m_layout->insertWidget(1, m_body);
    m_grid = new QGridLayout(m_body);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(1);
    m_grid->setColumnMinimumWidth(0, 76);
    m_grid->setColumnStretch(1, 1);
    size_t shown = 0;
    for (size_t i = 0; i < m_entries.size() && shown < m_most; ++i) {
        if (isShown(m_entries[i])) {
            addEntry(m_entries[i], int(i));
            ++shown;
        }
    }
    if (!m_note.isEmpty() || shown == 0) {
        auto* label = new TextLabel(m_theme, TextRole::Secondary, TextLabel::Fit::Wrapped, m_body);
        label->setText(!m_note.isEmpty()   ? m_note
                       : m_entries.empty() ? tr("Nothing was ever changed.")
                                           : tr("Nothing of this kind among what is shown."));
        label->setColour(&Theme::muted);
        m_grid->addWidget(label, m_grid->rowCount(), 0, 1, 3);
    }
    m_earlier->setVisible(m_isMore || m_entries.size() > m_most);
}

QWidget* HistoryList::newMenuButton(const console::HistoryEntry& entry, int number)
{
    auto* button = new QPushButton(QStringLiteral("⋯"), m_body);
    button->setObjectName(QStringLiteral("historyMenu-%1").arg(number));
    button->setProperty("flat", true);
    button->setAccessibleName(tr("More about: %1").arg(entry.what));
    auto* menu = new QMenu(button);
    menu->setObjectName(QStringLiteral("historyMenuItems-%1").arg(number));
    if (!entry.receipt.isEmpty())
        connect(menu->addAction(tr("Receipt…")), &QAction::triggered, this,
                [this, id = entry.receipt] { emit receiptWanted(id); });
    if (!entry.notification.isEmpty())
        connect(menu->addAction(tr("Show the notification")), &QAction::triggered, this,
                [this, id = entry.notification] { emit notificationWanted(id); });
    if (!entry.run.isEmpty())
        connect(menu->addAction(tr("Show the exchange")), &QAction::triggered, this,
                [this, id = entry.run] { emit runWanted(id); });
    connect(menu->addAction(tr("As it was right before")), &QAction::triggered, this,
            [this, at = entry.at] { emit momentWanted(at - 1); });
    connect(button, &QPushButton::clicked, menu,
            [menu, button] { menu->popup(button->mapToGlobal(QPoint(0, button->height()))); });
    return button;
}

void HistoryList::addEntry(const console::HistoryEntry& entry, int number)
{
    auto* when = new TextLabel(m_theme, TextRole::Secondary, TextLabel::Fit::Wrapped, m_body);
    auto* what = new TextLabel(m_theme, TextRole::Body, TextLabel::Fit::Wrapped, m_body);
    auto* how = new TextLabel(m_theme, TextRole::Secondary, TextLabel::Fit::Wrapped, m_body);
    when->setText(whenText(entry.at, m_entries.front().at, m_zone));
    when->setToolTip(exactTime(entry.at, m_zone));
    when->setWordWrap(false);
    when->setColour(&Theme::muted);
    what->setText(entry.what);
    if (entry.refused)
        what->setColour(&Theme::danger);
    how->setText(entry.how);
    how->setColour(&Theme::muted);
    const int row = m_grid->rowCount();
    m_grid->addWidget(when, row, 0, Qt::AlignTop);
    m_grid->addWidget(what, row, 1);
    m_grid->addWidget(newMenuButton(entry, number), row, 2, 2, 1, Qt::AlignTop);
    m_grid->addWidget(how, row + 1, 1);
    m_grid->setRowMinimumHeight(row + 2, 6);
}

}  // namespace refrain::ui
