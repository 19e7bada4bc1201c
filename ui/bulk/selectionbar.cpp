#include "ui/bulk/selectionbar.h"

#include "ui/common/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

namespace refrain::ui {

namespace {

constexpr int barHeight = 48;

}  // namespace

SelectionBar::SelectionBar(const Theme& theme, const QString& name, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_name(name)
{
    setProperty("foot", true);
    setObjectName(name + QStringLiteral("Bar"));
    setAccessibleName(tr("What is selected"));
    m_selection = buildSelection(theme);
    m_run = buildRun(theme);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_run);
    layout->addWidget(m_selection);
    m_selection->hide();
    m_run->hide();
    hide();
}

QPushButton* SelectionBar::add(const QString& text, const QString& name, void (SelectionBar::*told)())
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(m_name + name);
    connect(button, &QPushButton::clicked, this, told);
    return button;
}

QWidget* SelectionBar::buildSelection(const Theme& theme)
{
    auto* box = new QWidget(this);
    box->setFixedHeight(barHeight);
    m_text = new TextLabel(theme, TextRole::Heading, TextLabel::Fit::Elided, box);
    m_text->setObjectName(m_name + QStringLiteral("Selected"));
    m_more = new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Elided, box);
    m_more->setColour(&Theme::muted);
    m_optOut = add(tr("Opt out…"), QStringLiteral("BulkOptOut"), &SelectionBar::optOutWanted);
    m_default = add(tr("Back to default…"), QStringLiteral("BulkDefault"), &SelectionBar::defaultWanted);
    m_snooze = add(tr("Snooze…"), QStringLiteral("BulkSnooze"), &SelectionBar::snoozeWanted);
    m_export = add(tr("Export…"), QStringLiteral("BulkExport"), &SelectionBar::exportWanted);
    m_copy = add(tr("Copy"), QStringLiteral("BulkCopy"), &SelectionBar::copyWanted);
    m_clear = add(QStringLiteral("✕"), QStringLiteral("BulkClear"), &SelectionBar::clearWanted);
    m_clear->setProperty("flat", true);
    m_clear->setToolTip(tr("Select nobody (Esc)"));
    m_clear->setAccessibleName(tr("Select nobody"));
    setWhatsThis(
        tr("Many at once\nWhat is selected stays selected under another filter or order; Esc lets go of it. "
           "Before anything is changed you see whom it changes, from what to what, and who is left out."));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    words->addWidget(m_text);
    words->addWidget(m_more);
    words->addStretch();
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(16, 0, 8, 0);
    row->setSpacing(6);
    row->addLayout(words, 1);
    for (QPushButton* button : {m_optOut, m_default, m_snooze, m_export, m_copy, m_clear})
        row->addWidget(button);
    return box;
}

QWidget* SelectionBar::buildRun(const Theme& theme)
{
    auto* box = new QWidget(this);
    box->setFixedHeight(barHeight - 8);
    m_runText = new TextLabel(theme, TextRole::Body, TextLabel::Fit::Elided, box);
    m_runText->setObjectName(m_name + QStringLiteral("RunText"));
    m_progress = new QProgressBar(box);
    m_progress->setObjectName(m_name + QStringLiteral("RunProgress"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1'000);
    m_progress->setFixedWidth(120);
    m_progress->setAccessibleName(tr("How far it is"));
    m_show = add({}, QStringLiteral("RunShow"), &SelectionBar::runWanted);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(16, 0, 8, 0);
    row->setSpacing(12);
    row->addWidget(m_runText, 1);
    row->addWidget(m_progress);
    row->addWidget(m_show);
    return box;
}

void SelectionBar::setSelected(const QString& text, const QString& more, bool mayAct)
{
    m_text->setText(text);
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    for (QPushButton* button : {m_optOut, m_default, m_snooze})
        button->setVisible(mayAct);
    m_selection->setVisible(!text.isEmpty());
    fit();
    update();
}

void SelectionBar::setRun(const QString& text, int thousandths, const QString& action)
{
    m_runText->setText(text);
    m_progress->setVisible(thousandths >= 0);
    m_progress->setValue(thousandths);
    m_show->setText(action);
    m_run->setVisible(!text.isEmpty());
    update();
}

void SelectionBar::update()
{
    setVisible(!m_text->text().isEmpty() || !m_runText->text().isEmpty());
    QFrame::update();
}

/// Where there is little room the copy goes first: Ctrl+C does the same.
void SelectionBar::fit()
{
    int needed = 24;
    for (const QPushButton* button : {m_optOut, m_default, m_snooze, m_export, m_copy, m_clear}) {
        if (!button->isHidden() || button == m_copy)
            needed += button->sizeHint().width() + 6;
    }
    m_copy->setVisible(width() - needed >= m_text->sizeHint().width());
}

void SelectionBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fit();
}

void SelectionBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.surface);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.line);
}

}  // namespace refrain::ui
