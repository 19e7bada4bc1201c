#pragma once

#include "domain/subject.h"

#include <QSet>

#include <vector>

namespace refrain {

/// Some subjects of a workspace, by what they are: a subject that fits all that is asked. What is left empty is not
/// asked.
struct RecipientSelector {
    std::vector<SubjectId> subjects;  ///< By name; in their order, whatever becomes of them.
    std::optional<SubjectKind> kind;
    QList<SubjectRole> roles;
    SubjectId membersOf;  ///< A channel.

    /// Named ones alone need no directory.
    [[nodiscard]] bool isList() const { return !subjects.empty() && !kind && roles.isEmpty() && membersOf.isEmpty(); }
    /// `members`: of the channel that is asked about. Who cannot be reached fits nothing but a name, and who belongs to
    /// another company that, or the role `external`.
    [[nodiscard]] bool fits(const Subject& subject, const QSet<QString>& members) const;
};

/// Who gets a workflow's message: whoever fits one of `include` and none of `exclude`.
struct RecipientQuery {
    std::vector<RecipientSelector> include;
    std::vector<RecipientSelector> exclude;

    /// Puts one id in the place of another, by name and by membership; false where that one is not in it.
    bool replace(const SubjectId& from, const SubjectId& to);
};

}  // namespace refrain
