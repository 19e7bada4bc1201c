#include "ui/activity/entryinspector.h"

#include "console/audit/auditwords.h"
#include "console/table/builtinwords.h"
#include "ui/activity/activitymodel.h"
#include "ui/common/factslist.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/common/timetext.h"

#include <QHBoxLayout>
#include <QPushButton>

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
    : RecordPane(theme, zone, QStringLiteral("activityInspector"),
                 tr("Choose an entry to see who did what, when and why."), parent),
      m_show(new QPushButton(tr("Show"), content()))
{
    m_show->setObjectName(QStringLiteral("showEntrySubject"));
    auto* actions = new QWidget(content());
    auto* row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 12, 0, 0);
    row->addWidget(m_show);
    row->addStretch();
    setActions(actions);
    connect(m_show, &QPushButton::clicked, this, [this] { emit subjectWanted(m_subject); });
}

void EntryInspector::showEntry(const console::AuditRow& row, const QString& what)
{
    const QString id = row.subject.toString();
    const QString whom = row.subjectName.isEmpty() ? id : row.subjectName;
    m_subject = row.subject;
    m_show->parentWidget()->setVisible(!id.isEmpty());
    title().setText(whom.isEmpty() ? what : whom);
    when().setText(exactTime(row.at, zone()));
    if (row.refused)
        note().setNote(tr("This was refused."), tr("Nothing was changed; the attempt is kept here."), &Theme::danger);
    else
        note().setNote(row.before.isEmpty() ? row.after : tr("%1 → %2").arg(row.before, row.after), {});
    facts().setFacts({
        {row.category.isEmpty() ? tr("What") : tr("Category"), whom.isEmpty() ? QString() : what},
        {tr("By"), row.actor},
        {tr("Approved by"), row.approvedBy},
        {tr("How"), row.source},
        {tr("Reason"), console::builtInWords(row.reason)},
        {tr("Whose wish"), console::requestedByWords(row.requestedBy)},
        {tr("Ticket"), row.ticket},
        {tr("Import"), row.importLine > 0 ? tr("%1, line %2").arg(row.import, grouped(row.importLine)) : row.import},
        {tr("For"), whom == id     ? id
                    : id.isEmpty() ? whom
                                   : tr("%1 (%2)", "name, ID").arg(whom, id)},
        {tr("Entry"), grouped(row.index)},
        {tr("Change"), row.seq ? grouped(*row.seq) : QString()},
        {tr("Leaf hash"), inGroups(row.leafHash)},
    });
    showContent(true);
}

}  // namespace refrain::ui
