#include "ui/imports/importpane.h"

#include "ui/common/factslist.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/common/timetext.h"
#include "ui/imports/importwords.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace refrain::ui {

namespace {

QString countText(qint64 count)
{
    return count == 0 ? QString() : grouped(count);
}

}  // namespace

ImportPane::ImportPane(const Theme& theme, const QTimeZone& zone, QWidget* parent)
    : RecordPane(theme, zone, QStringLiteral("importInspector"), tr("Choose an import to see how it went."), parent),
      m_actions(new QWidget(content())),
      m_left(new QPushButton(tr("Show what was not taken over…"), m_actions)),
      m_goOn(new QPushButton(tr("Go on"), m_actions)),
      m_undo(new QPushButton(tr("Undo it…"), m_actions)),
      m_end(new QPushButton(tr("End it here"), m_actions))
{
    m_undo->setObjectName(QStringLiteral("importUndo"));
    m_end->setObjectName(QStringLiteral("importEnd"));
    m_left->setObjectName(QStringLiteral("importLeft"));
    auto* column = new QVBoxLayout(m_actions);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_left, 0, Qt::AlignLeft);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    column->addLayout(row);
    m_goOn->setObjectName(QStringLiteral("importGoOn"));
    m_goOn->setProperty("primary", true);
    row->addWidget(m_goOn);
    row->addWidget(m_end);
    row->addWidget(m_undo);
    row->addStretch();
    setActions(m_actions);
    connect(m_goOn, &QPushButton::clicked, this, &ImportPane::goOnWanted);
    connect(m_left, &QPushButton::clicked, this, &ImportPane::leftWanted);
    connect(m_undo, &QPushButton::clicked, this, &ImportPane::undoWanted);
    connect(m_end, &QPushButton::clicked, this, &ImportPane::endWanted);
}

void ImportPane::showImport(const Import& import, bool mayUndo, bool canGoOn)
{
    const bool mayTurnBack = isUndoable(import.state) && (import.counts.changed > 0 || import.counts.waiting > 0);
    const bool isRunning = takesRows(import.state);
    const bool isHeld = import.state == ImportState::Held;
    title().setText(import.name.simplified());
    when().setText(import.finishedAt ? tr("%1, took %2")
                                           .arg(exactTime(import.startedAt, zone()),
                                                durationText(*import.finishedAt - import.startedAt))
                                     : exactTime(import.startedAt, zone()));
    const ImportWords::Note words = ImportWords::outcome(import);
    note().setNote(words.headline, words.text);
    m_undo->setVisible(mayTurnBack);
    m_end->setVisible(isRunning || isHeld);
    m_end->setText(isHeld ? tr("Withdraw it") : tr("End it here"));
    m_goOn->setVisible(isRunning && canGoOn);
    m_left->setVisible(import.counts.refused + import.counts.broken + import.counts.waiting > 0);
    m_left->setVisible(m_left->isVisibleTo(m_actions) && !isHeld && import.state != ImportState::Gathering);
    m_actions->setVisible(mayUndo && (mayTurnBack || isRunning || isHeld || m_left->isVisibleTo(m_actions)));
    facts().setFacts(
        {{tr("By"), import.actor.name.isEmpty() ? import.actor.id : import.actor.name},
         {tr("Rows"), countText(import.received)},
         {isTakenOver(import.state) ? tr("Changed") : tr("Would change"), countText(import.counts.changed)},
         {tr("So already"), countText(import.counts.unchanged)},
         {tr("Left out"), countText(import.counts.refused)},
         {tr("Waiting"), countText(import.counts.waiting)},
         {tr("Applied when they came"), countText(import.arrived)},
         {tr("Not readable"), countText(import.counts.broken)},
         {tr("Turned back"), countText(import.undone)},
         {tr("Stayed"), countText(import.kept)},
         {tr("Told in Slack"), import.tell ? tr("yes") : tr("no")},
         {tr("ID"), import.id}});
    showContent(true);
}

}  // namespace refrain::ui
