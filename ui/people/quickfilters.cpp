#include "ui/people/quickfilters.h"

#include "console/table/filter/filtertokens.h"
#include "console/table/subjecttable.h"

#include <QLineEdit>
#include <QMenu>

namespace refrain::ui {

QuickFilters::QuickFilters(const QString& name, QLineEdit& field, const console::SubjectTable& table, QWidget* parent)
    : QPushButton(tr("Show"), parent), m_field(field), m_table(table)
{
    setObjectName(name + QStringLiteral("Show"));
    setWhatsThis(
        tr("Show\nThe filters that are asked for most. Each stands in the filter as a mark, which can be mixed "
           "with words and other marks."));
    setMenu(new QMenu(this));
    menu()->setObjectName(name + QStringLiteral("ShowMenu"));
    connect(menu(), &QMenu::aboutToShow, this, &QuickFilters::fill);
}

void QuickFilters::fill()
{
    menu()->clear();
    add(*menu(), tr("All optional messages off"), QStringLiteral("out:*"));
    QMenu* out = menu()->addMenu(tr("Opted out of"));
    for (const Category& category : m_table.categories()) {
        if (!category.required)
            add(*out, category.title, QStringLiteral("out:") + category.slug.toString());
    }
    add(*menu(), tr("Snoozed"), QStringLiteral("snoozed:"));
    add(*menu(), tr("Saved here, not yet in force"), QStringLiteral("pending:"));
    add(*menu(), tr("Changed in the last 7 days"), QStringLiteral("changed:<7d"));
    menu()->addSeparator();
    if (m_table.rowCount() > 0 && m_table.kind(0) == SubjectKind::Channel) {
        add(*menu(), tr("Private"), QStringLiteral("is:private"));
        add(*menu(), tr("Archived"), QStringLiteral("is:archived"));
    } else {
        add(*menu(), tr("Guests"), QStringLiteral("is:guest"));
        add(*menu(), tr("With a linked account"), QStringLiteral("is:linked"));
        add(*menu(), tr("Left"), QStringLiteral("is:deleted"));
    }
    menu()->addSeparator();
    QAction* all = menu()->addAction(tr("Everybody"));
    connect(all, &QAction::triggered, &m_field, &QLineEdit::clear);
}

void QuickFilters::add(QMenu& menu, const QString& title, const QString& mark)
{
    QAction* action = menu.addAction(QString(title).replace(u'&', QStringLiteral("&&")));
    action->setCheckable(true);
    action->setChecked(console::hasTerm(m_field.text(), mark));
    connect(action, &QAction::triggered, this, [this, mark] { toggle(mark); });
}

void QuickFilters::toggle(const QString& mark)
{
    m_field.setText(console::withTermToggled(m_field.text(), mark));
}

}  // namespace refrain::ui
