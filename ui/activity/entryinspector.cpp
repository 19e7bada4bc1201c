#include "ui/activity/entryinspector.h"

#include "console/audit/auditwords.h"
#include "console/table/builtinwords.h"
#include "console/table/statewords.h"
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
      m_show(new QPushButton(tr("Show"), content())),
      m_undo(new QPushButton(content()))
{
    m_show->setObjectName(QStringLiteral("showEntrySubject"));
    auto* actions = new QWidget(content());
    auto* row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 12, 0, 0);
    m_undo->setObjectName(QStringLiteral("undoEntry"));
    m_undo->setWhatsThis(
        tr("Undo this\nGives back what stood before, with an entry of its own. What somebody chose since stays."));
    row->addWidget(m_show);
    row->addWidget(m_undo);
    row->addStretch();
    setActions(actions);
    connect(m_undo, &QPushButton::clicked, this, &EntryInspector::undoWanted);
    connect(m_show, &QPushButton::clicked, this, [this] { emit subjectWanted(m_subject); });
}

void EntryInspector::showEntry(const console::AuditRow& row, const QString& what, const QString& many)
{
    const QString id = row.subject.toString();
    const QString whom = row.subjectName.isEmpty() ? id : row.subjectName;
    m_subject = row.subject;
    m_show->setVisible(!id.isEmpty() && many.isEmpty());
    // Who never chose has what the workspace set.
    const bool isFirst = row.type == QLatin1String("preference") && row.before.isEmpty();
    const QString before = isFirst ? console::StateWords::workspaceDefault() : row.before;
    title().setText(!many.isEmpty() ? many : whom.isEmpty() ? what : whom);
    when().setText(exactTime(row.at, zone()));
    if (row.refused)
        note().setNote(tr("This was refused."), tr("Nothing was changed; the attempt is kept here."), &Theme::danger);
    else
        note().setNote(before.isEmpty() ? row.after : tr("%1 → %2").arg(before, row.after), {});
    facts().setFacts({
        {row.category.isEmpty() ? tr("What") : tr("Category"), whom.isEmpty() ? QString() : what},
        {tr("By"), row.actor},
        {tr("Approved by"), row.approvedBy},
        {tr("How"), row.source},
        {tr("Reason"), console::builtInWords(row.reason)},
        {tr("Whose wish"), console::requestedByWords(row.requestedBy)},
        {tr("Ticket"), row.ticket},
        {tr("Import"), row.importLine > 0 ? tr("%1, line %2").arg(row.import, grouped(row.importLine)) : row.import},
        {many.isEmpty() ? tr("For") : tr("The first"), whom == id     ? id
                                                       : id.isEmpty() ? whom
                                                                      : tr("%1 (%2)", "name, ID").arg(whom, id)},
        {tr("Entry"), grouped(row.index)},
        {tr("Change"), row.seq ? grouped(*row.seq) : QString()},
        {tr("Leaf hash"), inGroups(row.leafHash)},
    });
    showContent(true);
}

void EntryInspector::setUndo(int choices)
{
    m_undo->setVisible(choices > 0);
    m_undo->setText(choices > 1 ? tr("Undo all %1…").arg(grouped(choices)) : tr("Undo this…"));
    m_undo->parentWidget()->setVisible(m_undo->isVisibleTo(m_undo->parentWidget()) ||
                                       m_show->isVisibleTo(m_show->parentWidget()));
}

}  // namespace refrain::ui
