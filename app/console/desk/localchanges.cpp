#include "console/desk/localchanges.h"

#include "console/table/subjecttable.h"

#include <algorithm>

namespace refrain::console {

SubjectTable* LocalChanges::tableOf(const SubjectId& subject) const
{
    if (m_people.rowOf(subject) >= 0)
        return &m_people;
    return m_channels.rowOf(subject) >= 0 ? &m_channels : nullptr;
}

const LocalChange* LocalChanges::find(const LocalChangeId& id) const
{
    const auto found =
        std::find_if(m_listed.begin(), m_listed.end(), [&](const LocalChange& change) { return change.id == id; });
    return found == m_listed.end() ? nullptr : &*found;
}

const LocalChange* LocalChanges::made(const LocalChangeId& id) const
{
    const auto found = m_made.constFind(id);
    return found == m_made.constEnd() ? nullptr : &*found;
}

Result<StoredChoice> LocalChanges::shown(const SubjectId& subject, const CategorySlug& category) const
{
    const SubjectTable* table = tableOf(subject);
    const std::optional<int> column = table ? table->columnOf(category) : std::nullopt;
    if (!column)
        return Error::notFound(tr("This is no longer known here, so nothing was changed."));
    const int row = table->rowOf(subject);
    for (auto it = m_listed.rbegin(); it != m_listed.rend(); ++it) {
        if (it->isOpen() && it->order.subject == subject && it->order.category == category) {
            StoredChoice choice = it->after;
            choice.version = 0;
            return choice;
        }
    }
    return table->stored(row, *column);
}

void LocalChanges::take(const LocalChange& change)
{
    if (!m_made.contains(change.id) && change.stage == ChangeStage::Shown)
        m_order.push_back(change.id);
    if (m_made.contains(change.id) || change.stage == ChangeStage::Shown)
        m_made.insert(change.id, change);
    const auto known =
        std::find_if(m_listed.begin(), m_listed.end(), [&](const LocalChange& other) { return other.id == change.id; });
    const bool gone = change.stage == ChangeStage::Confirmed;
    if (gone && known != m_listed.end())
        m_listed.erase(known);
    else if (!gone && known != m_listed.end())
        *known = change;
    else if (!gone)
        m_listed.push_back(change);
    draw(change.order.subject, change.order.category);
}

void LocalChanges::remove(const LocalChangeId& id)
{
    const auto known =
        std::find_if(m_listed.begin(), m_listed.end(), [&](const LocalChange& change) { return change.id == id; });
    if (known == m_listed.end())
        return;
    const LocalChange change = *known;
    m_listed.erase(known);
    draw(change.order.subject, change.order.category);
}

void LocalChanges::redraw()
{
    for (const LocalChange& change : m_listed)
        draw(change.order.subject, change.order.category);
}

void LocalChanges::draw(const SubjectId& subject, const CategorySlug& category)
{
    SubjectTable* table = tableOf(subject);
    const std::optional<int> column = table ? table->columnOf(category) : std::nullopt;
    if (!column)
        return;
    const int row = table->rowOf(subject);
    bool refused = false;
    for (auto it = m_listed.rbegin(); it != m_listed.rend(); ++it) {
        if (it->order.subject != subject || it->order.category != category)
            continue;
        if (it->isOpen()) {
            StoredChoice after = it->after;
            after.version = table->stored(row, *column).version;
            table->overlay(row, *column, after,
                           it->stage == ChangeStage::Shown ? CellRing::Pending : CellRing::Waiting);
            return;
        }
        refused = true;
    }
    table->overlay(row, *column, std::nullopt, refused ? CellRing::Refused : CellRing::None);
}

Result<ChangeOrder> LocalChanges::undoOrder(const LocalChangeId& id, Millis now) const
{
    const LocalChange* change = made(id);
    if (!change)
        return Error::notFound(tr("Only changes made since Refrain was started can be undone here."));
    if (change->stage == ChangeStage::Refused || change->stage == ChangeStage::Failed)
        return Error::invalid(tr("This change did not come into force, so there is nothing to undo."));
    const auto current = shown(change->order.subject, change->order.category);
    if (!current)
        return current.error();
    StoredChoice expected = change->after;
    expected.version = current->version;
    if (*current != expected)
        return Error::conflict(tr("This was changed again since, so it is not undone."));
    ChangeOrder order = change->order;
    order.wish = {};
    if (change->after.state != change->before.state)
        order.wish.state = change->before.state;
    if (change->after.snoozedUntil != change->before.snoozedUntil) {
        const bool ended = change->before.snoozedUntil && *change->before.snoozedUntil <= now;
        order.wish.snoozedUntil = ended ? std::optional<Millis>() : change->before.snoozedUntil;
    }
    order.reason = order.reason.isEmpty()
                       ? tr("Undo")
                       : tr("Undo: %1", "the reason of the change undone").arg(order.reason).left(500);
    return order;
}

LocalChangeId LocalChanges::lastUndoable(Millis now) const
{
    for (auto it = m_order.rbegin(); it != m_order.rend(); ++it) {
        const LocalChange* change = made(*it);
        if (change->undoes.isEmpty() && undoOrder(*it, now))
            return *it;
    }
    return {};
}

QString LocalChanges::undoText(Millis now) const
{
    const LocalChange* change = made(lastUndoable(now));
    if (!change)
        return {};
    return tr("%1 for %2", "category, person").arg(change->categoryTitle, change->subjectName);
}

SubjectId LocalChanges::undoSubject(Millis now) const
{
    const LocalChange* change = made(lastUndoable(now));
    return change ? change->order.subject : SubjectId();
}

}  // namespace refrain::console
