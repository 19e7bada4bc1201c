#include "ui/people/historylist.h"

#include "ui/common/labels.h"
#include "ui/common/timetext.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLocale>

namespace refrain::ui {

namespace {

constexpr size_t mostShown = 50;

QString whenText(Millis at, const QTimeZone& zone)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at, zone), QStringLiteral("d MMM HH:mm"));
}

}  // namespace

HistoryList::HistoryList(const Theme& theme, const QTimeZone& zone, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_zone(zone)
{
    setObjectName(QStringLiteral("history"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    clear();
}

void HistoryList::clear()
{
    delete m_body;
    m_body = new QWidget(this);
    layout()->addWidget(m_body);
    m_grid = new QGridLayout(m_body);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(1);
    m_grid->setColumnMinimumWidth(0, 76);
    m_grid->setColumnStretch(1, 1);
    auto* heading = new TextLabel(m_theme, TextRole::Heading, TextLabel::Fit::Wrapped, m_body);
    heading->setText(tr("History"));
    m_grid->addWidget(heading, 0, 0, 1, 2);
    m_grid->setRowMinimumHeight(0, 28);
    setVisible(false);
}

void HistoryList::setEntries(const std::vector<console::HistoryEntry>& entries, const QString& note)
{
    clear();
    setVisible(true);
    if (!note.isEmpty() || entries.empty()) {
        auto* label = new TextLabel(m_theme, TextRole::Secondary, TextLabel::Fit::Wrapped, m_body);
        label->setText(note.isEmpty() ? tr("Nothing was ever changed.") : note);
        label->setColour(&Theme::muted);
        m_grid->addWidget(label, 1, 0, 1, 2);
    }
    for (size_t i = 0; i < std::min(entries.size(), mostShown); ++i)
        addEntry(entries[i]);
}

void HistoryList::addEntry(const console::HistoryEntry& entry)
{
    auto* when = new TextLabel(m_theme, TextRole::Secondary, TextLabel::Fit::Wrapped, m_body);
    auto* what = new TextLabel(m_theme, TextRole::Body, TextLabel::Fit::Wrapped, m_body);
    auto* how = new TextLabel(m_theme, TextRole::Secondary, TextLabel::Fit::Wrapped, m_body);
    when->setText(whenText(entry.at, m_zone));
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
    m_grid->addWidget(how, row + 1, 1);
    m_grid->setRowMinimumHeight(row + 2, 6);
}

}  // namespace refrain::ui
