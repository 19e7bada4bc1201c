#include "sandbox/pages/personpicker.h"

#include "sandbox/pages/html.h"

#include <QSet>

#include <algorithm>

namespace refrain::sandbox {

namespace {
constexpr quint64 searchDepth = 20'000;
constexpr size_t mostFound = 50;
constexpr quint64 pickDepth = 60;
}  // namespace

bool canSignIn(const Person& person)
{
    const bool guest = person.kind == PersonKind::Guest || person.kind == PersonKind::SingleChannelGuest;
    return !person.deleted && (isFullMember(person.kind) || guest);
}

bool canTakePart(const Person& person)
{
    return canSignIn(person) || (person.kind == PersonKind::Stranger && !person.deleted);
}

QString roleInWords(PersonKind kind)
{
    if (kind == PersonKind::Stranger)
        return QStringLiteral("external, by Slack Connect");
    return toString(kind).replace(u'_', u' ');
}

std::vector<Person> quickPicks(const World& world, Admits admits)
{
    std::vector<Person> first;
    std::vector<Person> members;
    QSet<int> kinds;
    for (quint64 index = 0; index < std::min(world.peopleCount(), pickDepth); ++index) {
        const Person person = world.person(index);
        if (!admits(person))
            continue;
        const bool isNew = !kinds.contains(int(person.kind));
        kinds.insert(int(person.kind));
        (isNew ? first : members).push_back(person);
    }
    first.insert(first.end(), members.begin(), members.begin() + std::min<std::ptrdiff_t>(12, std::ssize(members)));
    return first;
}

std::vector<Person> searchPeople(const World& world, const QString& text, Admits admits)
{
    std::vector<Person> found;
    const QString wanted = text.trimmed();
    if (wanted.isEmpty())
        return found;
    for (const auto& exact : {world.findPerson(wanted), world.findByEmail(wanted)}) {
        if (exact && admits(*exact))
            found.push_back(*exact);
    }
    const auto holds = [&](const QString& field) { return field.contains(wanted, Qt::CaseInsensitive); };
    for (quint64 index = 0; index < std::min(world.peopleCount(), searchDepth) && found.size() < mostFound; ++index) {
        const Person person = world.person(index);
        const bool hit = holds(person.realName) || holds(person.displayName) || holds(person.email);
        const bool known =
            std::any_of(found.begin(), found.end(), [&](const Person& other) { return other.index == index; });
        if (hit && !known && admits(person))
            found.push_back(person);
    }
    return found;
}

QString personOptions(const std::vector<Person>& people)
{
    QString options;
    for (const Person& person : people) {
        const QString text =
            QStringLiteral("%1 \u2013 %2, %3").arg(person.realName.left(60), roleInWords(person.kind), person.email);
        options += option(person.id, text, options.isEmpty());
    }
    return options;
}

}  // namespace refrain::sandbox
