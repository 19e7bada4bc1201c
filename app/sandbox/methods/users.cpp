#include "sandbox/methods/methods.h"
#include "sandbox/shapes/userjson.h"
#include "sandbox/world/draw.h"

#include <algorithm>

namespace refrain::sandbox {

namespace {

using K = QLatin1String;

constexpr quint64 largestPage = 1000;
constexpr quint64 bigTeam = 5000;  ///< Above this, users.list refuses to answer without a limit.

UserView viewFor(const Call& call)
{
    return {call.grant.scopes.contains(QStringLiteral("users:read.email")),
            call.arguments.flag(QStringLiteral("include_locale")), call.grant.enterprise};
}

/// Every fifth page is cut short, as Slack's are: only the cursor says where the list ends.
quint64 pageSize(const World& world, quint64 from, quint64 limit)
{
    const bool isShort = mix(world.size().seed, from, 77) % 5 == 0;
    return isShort ? std::max<quint64>(1, limit * 3 / 4) : limit;
}

/// The team an organization-wide token means; a word for what is wrong with it, or nothing.
QString teamProblem(const World& world, const Call& call)
{
    const QString team = call.arguments.text(QStringLiteral("team_id"));
    if (call.grant.enterprise && team.isEmpty())
        return QStringLiteral("missing_argument");
    if (call.grant.enterprise && team != world.teamId())
        return QStringLiteral("team_not_found");
    return {};
}

Answer list(const World& world, const Cursors& cursors, const Clock& clock, const Call& call)
{
    if (const QString problem = teamProblem(world, call); !problem.isEmpty())
        return Answer::fault(problem);
    const PageRequest page = pageRequest(call.arguments, cursors, QStringLiteral("user"), largestPage);
    if (!page.problem.isEmpty())
        return Answer::fault(page.problem);
    const quint64 count = world.peopleCount();
    if (page.limit == 0 && count > bigTeam)
        return Answer::fault(QStringLiteral("limit_required"));
    const quint64 size = page.limit == 0 ? count : pageSize(world, page.from, page.limit);
    const quint64 end = std::min(count, page.from + size);

    const UserView view = viewFor(call);
    JsonWriter json;
    json.reserve(qsizetype((end - std::min(end, page.from)) * 1800 + 256));
    json.beginObject().field(K("ok"), true);
    json.beginArray(K("members"));
    for (quint64 index = page.from; index < end; ++index)
        writeUser(json, world, world.person(index), view);
    json.endArray();
    json.field(K("cache_ts"), clock.now() / 1000);
    json.beginObject(K("response_metadata"));
    json.field(K("next_cursor"), end < count ? cursors.make(QStringLiteral("user"), end) : QString());
    json.endObject().endObject();
    return Answer::written(json.bytes());
}

Answer info(const World& world, const Call& call)
{
    const QString id = call.arguments.text(QStringLiteral("user"));
    if (id.isEmpty())
        return Answer::missingArgument(QStringLiteral("user"));
    const std::optional<Person> person = world.findPerson(id);
    if (!person)
        return Answer::fault(QStringLiteral("user_not_found"));
    return Answer::ok({{QStringLiteral("user"), userObject(world, *person, viewFor(call))}});
}

Answer lookup(const World& world, const Call& call)
{
    const QString email = call.arguments.text(QStringLiteral("email"));
    if (email.isEmpty())
        return Answer::missingArgument(QStringLiteral("email"));
    const std::optional<Person> person = world.findByEmail(email);
    if (!person || person->deleted || person->kind == PersonKind::Stranger)
        return Answer::fault(QStringLiteral("users_not_found"));
    return Answer::ok({{QStringLiteral("user"), userObject(world, *person, viewFor(call))}});
}

}  // namespace

void addUserMethods(MethodTable& table, const World& world, const Cursors& cursors, const Clock& clock)
{
    const QStringList read{QStringLiteral("users:read")};
    table.add({QStringLiteral("users.list"), Tier::Two, Method::Needs::Token, read,
               [&](const Call& call) { return list(world, cursors, clock, call); }});
    table.add({QStringLiteral("users.info"), Tier::Four, Method::Needs::Token, read,
               [&world](const Call& call) { return info(world, call); }});
    table.add({QStringLiteral("users.lookupByEmail"),
               Tier::Three,
               Method::Needs::Token,
               {QStringLiteral("users:read.email")},
               [&world](const Call& call) { return lookup(world, call); }});
}

}  // namespace refrain::sandbox
