#include "domain/recipientquery.h"

#include <algorithm>

namespace refrain {

bool RecipientSelector::fits(const Subject& subject, const QSet<QString>& members) const
{
    if (!subjects.empty() && std::find(subjects.begin(), subjects.end(), subject.id) == subjects.end())
        return false;
    if (kind && subject.kind != *kind)
        return false;
    if (!roles.isEmpty() && (subject.kind != SubjectKind::User || !roles.contains(subject.role)))
        return false;
    if (!membersOf.isEmpty() && !members.contains(subject.id.toString()))
        return false;
    if (isList())
        return true;
    // Strangers who are met in shared channels only are no members: they are meant where their role is named.
    const bool isStranger = subject.kind == SubjectKind::User && subject.role == SubjectRole::External;
    return isReachable(subject) && (!isStranger || roles.contains(SubjectRole::External));
}

}  // namespace refrain
