#include "ui/categories/categorychanges.h"

#include "console/approvals/approvals.h"
#include "console/desk/desk.h"
#include "console/table/subjecttable.h"
#include "ui/categories/categorywords.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/whendone.h"

#include <utility>

namespace refrain::ui {

using console::CategoryImpact;

CategoryChanges::CategoryChanges(const Theme& theme, console::Desk& desk, QWidget* window)
    : QObject(window), m_theme(theme), m_desk(desk), m_window(window)
{
}

CategoryChanges::~CategoryChanges()
{
    if (m_cancelled)
        *m_cancelled = true;
}

std::vector<console::TableSnapshot> CategoryChanges::tables() const
{
    return {m_desk.people().snapshot(), m_desk.channels().snapshot()};
}

void CategoryChanges::weigh(const Category& before, const Category& after)
{
    if (m_cancelled)
        *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    whenDone(console::weigh(tables(), before, after, m_cancelled), this,
             [this, before, after, mine = m_cancelled](const CategoryImpact& impact) {
                 if (!*mine)
                     emit weighed(before, after, impact);
             });
}

void CategoryChanges::edit(const Category& before, const Category& after)
{
    // Weighed anew: people may have changed since the form was looked at.
    const auto never = std::make_shared<std::atomic_bool>(false);
    whenDone(console::weigh(tables(), before, after, never), this, [this, before, after](const CategoryImpact& impact) {
        if (isGrave(before, after, impact))
            ask({before, after}, impact);
        else
            run({{{before, after}}, tr("“%1” is saved.").arg(titleOf(after)), false, {}});
    });
}

QStringList CategoryChanges::words(const Category& before, const Category& after, const CategoryImpact& impact) const
{
    QStringList words = impactWords(before, after, impact);
    PlannedAct act{PlannedAct::Sort::CategoryEdit};
    act.overridden = impact.overridden;
    if (m_desk.approvals().needs(act))
        words << tr(
            "Where people turned it off themselves, it needs a second admin's approval: it is sent to them, and "
            "nothing is in force before.");
    return words;
}

void CategoryChanges::ask(const Edit& edit, const CategoryImpact& impact)
{
    const QString title = titleOf(edit.before);
    const bool isArchiving = edit.after.archived && !edit.before.archived;
    auto* dialog = new ConfirmDialog(m_theme,
                                     {isArchiving ? tr("Archive “%1”?").arg(title) : tr("Save “%1”?").arg(title),
                                      words(edit.before, edit.after, impact).join(QStringLiteral("\n\n")),
                                      isArchiving ? tr("Archive it") : tr("Save it")},
                                     m_window);
    const QString sentence = isArchiving ? tr("“%1” is archived.").arg(title) : tr("“%1” is saved.").arg(title);
    connect(dialog, &QDialog::accepted, this, [this, edit, sentence] { run({{edit}, sentence, false, {}}); });
    dialog->open();
}

void CategoryChanges::create(const Category& category)
{
    whenDone(m_desk.createCategory(category), this, [this](const Result<Category>& created) {
        if (!created) {
            emit refused(created.error().message());
            return;
        }
        Category away = *created;
        away.archived = true;
        m_made.push_back({{{*created, away}}, tr("“%1” is archived.").arg(created->title), true, {}});
        emit made(*created, tr("“%1” is created.").arg(created->title));
    });
}

void CategoryChanges::swap(const Category& one, const Category& other)
{
    // Places may be the same in both: then everybody's is written anew, a step of one apart.
    std::vector<Category> order;
    for (const Category& category : m_desk.allCategories()) {
        if (category.slug != everyCategory() && !category.archived)
            order.push_back(category);
    }
    std::sort(order.begin(), order.end(), [](const Category& a, const Category& b) {
        return std::pair(a.position, a.slug.toString()) < std::pair(b.position, b.slug.toString());
    });
    const auto at = [&](const Category& category) {
        return std::find_if(order.begin(), order.end(), [&](const Category& c) { return c.slug == category.slug; });
    };
    if (at(one) == order.end() || at(other) == order.end())
        return;
    std::iter_swap(at(one), at(other));
    Act act;
    act.sentence = tr("“%1” has another place.").arg(one.title);
    for (size_t i = 0; i < order.size(); ++i) {
        Category moved = order[i];
        moved.position = static_cast<int>(i) + 1;
        if (moved.position != order[i].position)
            act.edits.push_back({order[i], moved});
    }
    run(std::move(act));
}

void CategoryChanges::run(Act act)
{
    if (act.edits.empty()) {
        finish(act);
        return;
    }
    const Edit next = act.edits.front();
    act.edits.erase(act.edits.begin());
    whenDone(m_desk.editCategory(next.before, next.after), this,
             [this, next, act = std::move(act)](const Result<Category>& stored) mutable {
                 if (!stored) {
                     finish(act);
                     emit refused(stored.error().message());
                     return;
                 }
                 act.done.insert(act.done.begin(), {*stored, next.before});
                 run(std::move(act));
             });
}

void CategoryChanges::finish(const Act& act)
{
    if (act.done.empty())
        return;
    // The version is the backend's: what is taken back is what stands there now.
    std::vector<Edit> back = act.done;
    for (Edit& edit : back)
        edit.after.version = edit.before.version;
    const Category last = back.front().before;
    if (!act.isUndo)
        m_made.push_back({std::move(back), tr("“%1” is as it was before.").arg(titleOf(last)), true, {}});
    emit made(last, act.sentence);
}

bool CategoryChanges::undo()
{
    if (m_made.empty())
        return false;
    Act act = std::move(m_made.back());
    m_made.pop_back();
    run(std::move(act));
    return true;
}

QString CategoryChanges::undoText() const
{
    return m_made.empty() ? QString() : titleOf(m_made.back().edits.front().before);
}

}  // namespace refrain::ui
