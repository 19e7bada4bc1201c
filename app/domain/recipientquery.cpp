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

bool RecipientQuery::replace(const SubjectId& from, const SubjectId& to)
{
    bool found = false;
    for (std::vector<RecipientSelector>* selectors : {&include, &exclude}) {
        for (RecipientSelector& selector : *selectors) {
            std::vector<SubjectId>& named = selector.subjects;
            const auto at = std::find(named.begin(), named.end(), from);
            found = found || at != named.end() || selector.membersOf == from;
            if (at != named.end() && std::find(named.begin(), named.end(), to) == named.end())
                *at = to;
            else if (at != named.end())
                named.erase(at);  // it is named already
            if (selector.membersOf == from)
                selector.membersOf = to;
        }
    }
    return found;
}

}  // namespace refrain
