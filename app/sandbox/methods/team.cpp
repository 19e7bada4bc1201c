#include "sandbox/methods/methods.h"

#include <QJsonObject>

namespace refrain::sandbox {

namespace {

Answer info(const World& world, const Call& call)
{
    const QString wanted = call.arguments.text(QStringLiteral("team"));
    const QString domain = call.arguments.text(QStringLiteral("domain"));
    const bool other =
        (!wanted.isEmpty() && wanted != world.teamId()) || (!domain.isEmpty() && domain != world.teamDomain());
    if (other)
        return Answer::fault(QStringLiteral("team_not_found"));
    QJsonObject icon{{QStringLiteral("image_default"), true}};
    for (const int size : {34, 44, 68, 88, 102, 132, 230})
        icon.insert(QStringLiteral("image_%1").arg(size),
                    QStringLiteral("https://avatars.example/team_%1.png").arg(size));
    QJsonObject team{{QStringLiteral("id"), world.teamId()},
                     {QStringLiteral("name"), world.teamName()},
                     {QStringLiteral("domain"), world.teamDomain()},
                     {QStringLiteral("url"), QStringLiteral("https://%1.slack.test/").arg(world.teamDomain())},
                     {QStringLiteral("email_domain"), QStringLiteral("acme.test")},
                     {QStringLiteral("icon"), icon},
                     {QStringLiteral("is_verified"), false},
                     {QStringLiteral("locale"), QStringLiteral("en-US")},
                     {QStringLiteral("avatar_base_url"), QStringLiteral("https://avatars.example/")}};
    if (call.grant.enterprise) {
        team.insert(QStringLiteral("enterprise_id"), world.enterpriseId());
        team.insert(QStringLiteral("enterprise_name"), world.enterpriseName());
        team.insert(QStringLiteral("enterprise_domain"), QStringLiteral("acme-group"));
    }
    return Answer::ok({{QStringLiteral("team"), team}});
}

}  // namespace

void addTeamMethods(MethodTable& table, const World& world)
{
    table.add({QStringLiteral("team.info"),
               Tier::Three,
               Method::Needs::Token,
               {QStringLiteral("team:read")},
               [&world](const Call& call) { return info(world, call); }});
}

}  // namespace refrain::sandbox
