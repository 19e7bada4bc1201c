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
    : InspectorPane(theme, QStringLiteral("syncInspector"),
                    tr("Choose an exchange or a waiting change to see how it went."), parent),
      m_zone(zone)
{
    m_title = new TextLabel(theme, TextRole::Title, TextLabel::Fit::Elided, content());
    m_when = new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, content());
    m_when->setColour(&Theme::muted);
    m_note = new NoteBox(theme, content());
    m_actions = new QWidget(content());
    m_retry = new QPushButton(tr("Try again"), m_actions);
    m_retry->setObjectName(QStringLiteral("retryChange"));
    m_retry->setProperty("primary", true);
    m_discard = new QPushButton(tr("Discard"), m_actions);
    m_discard->setObjectName(QStringLiteral("discardChange"));
    m_show = new QPushButton(tr("Show"), m_actions);
    m_show->setObjectName(QStringLiteral("showSubject"));
    m_facts = new FactsList(theme, content());

    auto* actions = new QHBoxLayout(m_actions);
    actions->setContentsMargins(0, 12, 0, 0);
    actions->setSpacing(8);
    for (QPushButton* button : {m_retry, m_discard, m_show})
        actions->addWidget(button);
    actions->addStretch();
    auto* layout = new QVBoxLayout(content());
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(2);
    layout->addWidget(m_title);
    layout->addWidget(m_when);
    layout->addSpacing(12);
    layout->addWidget(m_note);
    layout->addWidget(m_actions);
    layout->addSpacing(14);
    layout->addWidget(m_facts);
    layout->addStretch();
    showNothing();

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
    m_title->setText(line.what);
    m_when->setText(
        run.finishedAt
            ? tr("%1, took %2").arg(exactTime(run.startedAt, m_zone), durationText(*run.finishedAt - run.startedAt))
            : exactTime(run.startedAt, m_zone));
    if (run.error.isEmpty())
        m_note->setNote(line.outcome, run.result);
    else
        m_note->setNote(tr("This did not go through."), run.error, &Theme::danger);
    m_actions->hide();
    m_facts->setFacts({{tr("Between"), line.between},
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
    m_title->setText(change.subjectName);
    m_when->setText(tr("made %1").arg(exactTime(change.madeAt, m_zone)));
    m_note->setNote(line.result, (change.sentence + u' ' + change.historyLine).trimmed(),
                    change.isOpen() ? &Theme::text : &Theme::danger);
    m_retry->setVisible(change.kept);
    m_discard->setText(change.stage == console::ChangeStage::Refused ? tr("Understood") : tr("Discard"));
    m_actions->show();
    m_facts->setFacts({{tr("Category"), change.categoryTitle},
                       {tr("Reason"), change.order.reason},
                       {tr("Ticket"), change.order.ticket},
                       {tr("Attempts"), countText(change.attempts)},
                       {tr("Key"), change.id.toString()}});
    showContent(true);
}

}  // namespace refrain::ui
