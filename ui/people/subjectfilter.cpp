#include "ui/people/subjectfilter.h"

#include "console/table/filter/subjectquery.h"
#include "console/table/subjecttable.h"
#include "console/table/tableview.h"
#include "ui/common/filterfield.h"
#include "ui/people/filtercompleter.h"

namespace refrain::ui {

SubjectFilter::SubjectFilter(FilterField& field, console::TableView& rows, const console::SubjectTable& table,
                             const QString& looksAt)
    : QObject(&field), m_field(field), m_rows(rows)
{
    new FilterCompleter(field, table, this);
    field.setWhatsThis(tr("Filter\n%1, or any mixture of their parts; quotes keep words together. Marks narrow it "
                          "down: is:guest, is:admin, is:deleted, out:reminders, in:, snoozed:, pending:, out:* for all "
                          "optional messages, changed:<7d, by:staff, source:slash. A minus turns a word or a mark "
                          "round, and “or” stands between two filters of which one is enough. Ctrl+Space shows all "
                          "marks. ↓ or Enter leads into the list, Esc clears.")
                           .arg(looksAt));
    connect(&field, &QLineEdit::textChanged, &rows, &console::TableView::setFilter);
    // Who goes on has finished: what was not understood is said now.
    const auto insist = [this, &table] {
        const QString finished = m_field.text() + QStringLiteral("  ");
        if (console::SubjectQuery::parse(finished, table.categories()).problem())
            m_rows.setFilter(finished);
    };
    connect(&field, &QLineEdit::editingFinished, this, insist);
    connect(&field, &FilterField::listWanted, this, insist);
}

QString SubjectFilter::trouble() const
{
    return m_rows.problem() ? m_rows.problem()->sentence : QString();
}

QString SubjectFilter::mending() const
{
    const auto& problem = m_rows.problem();
    return problem && !problem->suggestion.isEmpty() ? tr("Use %1").arg(problem->suggestion) : tr("Clear filter");
}

void SubjectFilter::mend()
{
    const auto problem = m_rows.problem();
    if (problem && !problem->suggestion.isEmpty())
        m_field.setText(m_field.text().replace(problem->start, problem->length, problem->suggestion));
    else
        m_field.clear();
}

}  // namespace refrain::ui
