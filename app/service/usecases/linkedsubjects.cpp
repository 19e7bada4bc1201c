#include "service/usecases/linkedsubjects.h"

#include <set>

namespace refrain::service {

void LinkedSubjects::setPerson(const SubjectId& subject, const PersonId& person)
{
    if (const PersonId before = m_persons.take(subject); !before.isEmpty())
        m_members.remove(before, subject);
    if (person.isEmpty())
        return;
    m_persons.insert(subject, person);
    m_members.insert(person, subject);
}

void LinkedSubjects::setAlias(const SubjectId& profile, const SubjectId& of)
{
    if (const SubjectId before = m_aliasOf.take(profile); !before.isEmpty())
        m_aliases.remove(before, profile);
    if (of.isEmpty())
        return;
    m_aliasOf.insert(profile, of);
    m_aliases.insert(of, profile);
}

void LinkedSubjects::clearAliases(const SubjectId& subject)
{
    setAlias(subject, {});
    const QList<SubjectId> aliases = m_aliases.values(subject);
    for (const SubjectId& profile : aliases)
        setAlias(profile, {});
}

std::vector<SubjectId> LinkedSubjects::next(const SubjectId& subject) const
{
    std::vector<SubjectId> found;
    if (const auto person = m_persons.constFind(subject); person != m_persons.constEnd()) {
        const auto [begin, end] = m_members.equal_range(*person);
        found.assign(begin, end);
    }
    if (const auto of = m_aliasOf.constFind(subject); of != m_aliasOf.constEnd())
        found.push_back(*of);
    const auto [begin, end] = m_aliases.equal_range(subject);
    found.insert(found.end(), begin, end);
    return found;
}

std::vector<SubjectId> decidedTogether(const SubjectId& address, const SubjectId& asked,
                                       const std::vector<SubjectId>& linked)
{
    std::vector<SubjectId> order{address};
    if (asked != address)
        order.push_back(asked);
    for (const SubjectId& other : linked) {
        if (other != address && other != asked)
            order.push_back(other);
    }
    return order;
}

std::vector<SubjectId> LinkedSubjects::with(const SubjectId& subject) const
{
    std::set<SubjectId> all;
    std::vector<SubjectId> waiting = next(subject);
    while (!waiting.empty()) {
        const SubjectId one = std::move(waiting.back());
        waiting.pop_back();
        if (one == subject || !all.insert(one).second)
            continue;
        const std::vector<SubjectId> more = next(one);
        waiting.insert(waiting.end(), more.begin(), more.end());
    }
    return {all.begin(), all.end()};
}

}  // namespace refrain::service
