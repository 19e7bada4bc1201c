#include "ui/activity/entryinspector.h"

#include "ui/common/factslist.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/common/timetext.h"

#include <QVBoxLayout>

namespace refrain::ui {

namespace {

// In groups, so that a long hash wraps and can be compared by eye.
QString inGroups(const QString& hex)
{
    QString out;
    for (qsizetype i = 0; i < hex.size(); i += 8)
        out += (i ? QStringLiteral(" ") : QString()) + hex.mid(i, 8);
    return out;
}

}  // namespace

EntryInspector::EntryInspector(const Theme& theme, const QTimeZone& zone, QWidget* parent)
    : InspectorPane(theme, QStringLiteral("activityInspector"),
                    tr("Choose an entry to see who did what, when and why."), parent),
      m_zone(zone)
{
    m_title = new TextLabel(theme, TextRole::Title, TextLabel::Fit::Elided, content());
    m_when = new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, content());
    m_when->setColour(&Theme::muted);
    m_note = new NoteBox(theme, content());
    m_facts = new FactsList(theme, content());
    auto* layout = new QVBoxLayout(content());
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(2);
    layout->addWidget(m_title);
    layout->addWidget(m_when);
    layout->addSpacing(12);
    layout->addWidget(m_note);
    layout->addSpacing(14);
    layout->addWidget(m_facts);
    layout->addStretch();
    showContent(false);
}

void EntryInspector::showEntry(const console::AuditRow& row)
{
    const QString whom = row.subjectName.isEmpty() ? row.subject.toString() : row.subjectName;
    m_title->setText(whom.isEmpty() ? row.type : whom);
    m_when->setText(exactTime(row.at, m_zone));
    if (row.refused)
        m_note->setNote(tr("This was refused."), tr("Nothing was changed; the attempt is kept here."), &Theme::danger);
    else
        m_note->setNote(row.before.isEmpty() ? row.after : tr("%1 → %2").arg(row.before, row.after), {});
    m_facts->setFacts({
        {tr("Category"), row.category.toString()},
        {tr("By"), row.actor},
        {tr("How"), row.source},
        {tr("Reason"), row.reason},
        {tr("Ticket"), row.ticket},
        {tr("For"), row.subject.toString()},
        {tr("Entry"), grouped(row.index)},
        {tr("Change"), row.seq ? grouped(*row.seq) : QString()},
        {tr("Leaf hash"), inGroups(row.leafHash)},
    });
    showContent(true);
}

}  // namespace refrain::ui
