#include "ui/people/quickfilters.h"

#include "console/table/filter/filtertokens.h"
#include "console/table/filter/subjectquery.h"
#include "console/table/subjecttable.h"
#include "console/views/savedviews.h"
#include "ui/people/viewnamedialog.h"

#include <QLineEdit>
#include <QMenu>

namespace refrain::ui {

QuickFilters::QuickFilters(const QString& name, QLineEdit& field, const console::SubjectTable& table,
                           console::SavedViews& views, QWidget* parent)
    : QPushButton(tr("Show"), parent), m_field(field), m_table(table), m_views(views)
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
    if (isOfChannels()) {
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
    addViews();
}

bool QuickFilters::isOfChannels() const
{
    return m_table.rowCount() > 0 && m_table.kind(0) == SubjectKind::Channel;
}

void QuickFilters::addViews()
{
    menu()->addSeparator();
    for (const console::SavedView& view : m_views.all()) {
        if (view.ofChannels != isOfChannels())
            continue;
        QAction* action = menu()->addAction(QString(view.name).replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, &m_field, [this, view] { m_field.setText(view.filter); });
    }
    QAction* keep = menu()->addAction(tr("Save this filter as a view…"));
    keep->setEnabled(!m_field.text().trimmed().isEmpty() &&
                     !console::SubjectQuery::parse(m_field.text(), m_table.categories()).problem() &&
                     !m_views.showing(m_field.text(), isOfChannels()));
    connect(keep, &QAction::triggered, this, &QuickFilters::keep);
}

void QuickFilters::keep()
{
    const QString filter = m_field.text();
    const auto add = [this, filter](const QString& name) -> Result<> {
        const Result<QString> added = m_views.add(name, filter, isOfChannels());
        return added ? Result<>() : added.error();
    };
    (new ViewNameDialog(tr("Save this filter as a view"), {}, filter, add, window()))->open();
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
