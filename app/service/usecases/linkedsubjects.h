#pragma once

#include "base/id.h"

#include <QHash>

#include <vector>

namespace refrain::service {

/// Who is decided together with whom: the subjects of one person, and a profile with the member or channel that it is
/// an alias of. Holds only what is linked, hence little. Not for several threads at once.
class LinkedSubjects {
public:
    /// An empty person unlinks.
    void setPerson(const SubjectId& subject, const PersonId& person);
    /// An empty `of`: the profile is an alias of nothing.
    void setAlias(const SubjectId& profile, const SubjectId& of);
    /// Forgets of what the subject is an alias, and its aliases.
    void clearAliases(const SubjectId& subject);

    /// Where messages to the subject go: of an alias the member or channel that it stands for, else itself.
    [[nodiscard]] SubjectId addressOf(const SubjectId& subject) const { return m_aliasOf.value(subject, subject); }
    /// All that are linked with the subject, be it through others, without itself; in the order of their ids.
    [[nodiscard]] std::vector<SubjectId> with(const SubjectId& subject) const;

private:
    [[nodiscard]] std::vector<SubjectId> next(const SubjectId& subject) const;

    QHash<SubjectId, PersonId> m_persons;
    QMultiHash<PersonId, SubjectId> m_members;
    QHash<SubjectId, SubjectId> m_aliasOf;
    QMultiHash<SubjectId, SubjectId> m_aliases;
};

/// A subject and those linked with it in the order in which they are decided: the one whose address is in use, the
/// asked one, the others.
[[nodiscard]] std::vector<SubjectId> decidedTogether(const SubjectId& address, const SubjectId& asked,
                                                     const std::vector<SubjectId>& linked);

}  // namespace refrain::service
