#include "ui/sync/runinspector.h"

#include "ui/common/factslist.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/common/timetext.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace refrain::ui {

namespace {

QString countText(qint64 count)
{
    return count == 0 ? QString() : grouped(count);
}

}  // namespace

RunInspector::RunInspector(const Theme& theme, const QTimeZone& zone, QWidget* parent)
    : RecordPane(theme, zone, QStringLiteral("syncInspector"),
                 tr("Choose an exchange or a waiting change to see how it went."), parent),
      m_actions(new QWidget(content())),
      m_retry(new QPushButton(tr("Try again"), m_actions)),
      m_discard(new QPushButton(tr("Discard"), m_actions)),
      m_show(new QPushButton(tr("Show"), m_actions))
{
    m_retry->setObjectName(QStringLiteral("retryChange"));
    m_retry->setProperty("primary", true);
    m_discard->setObjectName(QStringLiteral("discardChange"));
    m_show->setObjectName(QStringLiteral("showSubject"));
    auto* actions = new QHBoxLayout(m_actions);
    actions->setContentsMargins(0, 12, 0, 0);
    actions->setSpacing(8);
    for (QPushButton* button : {m_retry, m_discard, m_show})
        actions->addWidget(button);
    actions->addStretch();
    setActions(m_actions);
    connect(m_retry, &QPushButton::clicked, this, [this] { emit retryWanted(m_change); });
    connect(m_discard, &QPushButton::clicked, this, [this] { emit discardWanted(m_change); });
    connect(m_show, &QPushButton::clicked, this, [this] { emit subjectWanted(m_subject); });
}

void RunInspector::showNothing()
{
    showContent(false);
}

void RunInspector::showExchange(const SyncLine& line)
{
    const console::Exchange& run = line.exchange;
    title().setText(line.what);
    when().setText(
        run.finishedAt
            ? tr("%1, took %2").arg(exactTime(run.startedAt, zone()), durationText(*run.finishedAt - run.startedAt))
            : exactTime(run.startedAt, zone()));
    if (run.error.isEmpty())
        note().setNote(line.outcome, run.result);
    else
        note().setNote(tr("This did not go through."), run.error, &Theme::danger);
    m_actions->hide();
    facts().setFacts({{tr("Between"), line.between},
                      {tr("Read"), countText(run.counts.read)},
                      {tr("Added"), countText(run.counts.added)},
                      {tr("Changed"), countText(run.counts.changed)},
                      {tr("Gone"), countText(run.counts.removed)},
                      {tr("Sent"), countText(run.counts.sent)},
                      {tr("Failed"), countText(run.counts.failed)},
                      {tr("Run"), run.id}});
    showContent(true);
}

void RunInspector::showChange(const SyncLine& line, const console::LocalChange& change)
{
    m_change = change.id;
    m_subject = change.order.subject;
    title().setText(change.subjectName);
    when().setText(tr("made %1").arg(exactTime(change.madeAt, zone())));
    note().setNote(line.result, (change.sentence + u' ' + change.historyLine).trimmed(),
                   change.isOpen() ? &Theme::text : &Theme::danger);
    m_retry->setVisible(change.kept);
    m_discard->setText(change.stage == console::ChangeStage::Refused ? tr("Understood") : tr("Discard"));
    m_actions->show();
    facts().setFacts({{tr("Category"), change.categoryTitle},
                      {tr("Reason"), change.order.reason},
                      {tr("Ticket"), change.order.ticket},
                      {tr("Attempts"), countText(change.attempts)},
                      {tr("Key"), change.id.toString()}});
    showContent(true);
}

}  // namespace refrain::ui
