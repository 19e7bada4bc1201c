#pragma once

#include "base/result.h"
#include "console/desk/localchange.h"

#include <QCoreApplication>
#include <QHash>

#include <vector>

namespace refrain::console {

class SubjectTable;

/// The changes of this console that are open, refused or failed, and what the tables show because of them. Where one
/// cell has several, the latest is shown. UI thread.
class LocalChanges {
    Q_DECLARE_TR_FUNCTIONS(refrain::console::LocalChanges)
public:
    LocalChanges(SubjectTable& people, SubjectTable& channels) : m_people(people), m_channels(channels) {}

    [[nodiscard]] SubjectTable* tableOf(const SubjectId& subject) const;
    [[nodiscard]] const std::vector<LocalChange>& listed() const { return m_listed; }
    [[nodiscard]] const LocalChange* find(const LocalChangeId& id) const;

    /// What the cell shows now, and whether that is a change of ours that is still open (then its version is 0, and is
    /// settled when that one is confirmed). NotFound where the subject or category is not in the tables.
    [[nodiscard]] Result<StoredChoice> shown(const SubjectId& subject, const CategorySlug& category) const;

    /// Enters a change or takes its next stage, and draws its cell.
    void take(const LocalChange& change);
    void remove(const LocalChangeId& id);
    /// Draws all marks again, after the tables were read anew.
    void redraw();

    /// The order that takes a change of this run back; why it cannot be, as an error.
    [[nodiscard]] Result<ChangeOrder> undoOrder(const LocalChangeId& id, Millis now) const;
    /// The latest change of this run that can be taken back; empty: none.
    [[nodiscard]] LocalChangeId lastUndoable(Millis now) const;
    /// "Turn Reminders off for Bea Bobson"; for the menu.
    [[nodiscard]] QString undoText(Millis now) const;
    [[nodiscard]] SubjectId undoSubject(Millis now) const;
    /// As entered in this run, also once confirmed; null where there is none.
    [[nodiscard]] const LocalChange* made(const LocalChangeId& id) const;

private:
    SubjectTable& m_people;
    SubjectTable& m_channels;
    std::vector<LocalChange> m_listed;   ///< Oldest first.
    std::vector<LocalChangeId> m_order;  ///< Made in this run, oldest first.
    QHash<LocalChangeId, LocalChange> m_made;

    void draw(const SubjectId& subject, const CategorySlug& category);
};

}  // namespace refrain::console
