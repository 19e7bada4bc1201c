#include "sandbox/delivery/events.h"
#include "sandbox/methods/methods.h"
#include "sandbox/state/webhooks.h"

#include <QJsonArray>
#include <QJsonObject>

namespace refrain::sandbox {

namespace {

Answer test(const World& world, const Clock& clock, const Call& call)
{
    const Grant& grant = call.grant;
    const bool app = grant.kind == TokenKind::App;
    QJsonObject json{{QStringLiteral("url"), QStringLiteral("https://%1.slack.test/").arg(world.teamDomain())},
                     {QStringLiteral("team"), grant.enterprise ? world.enterpriseName() : world.teamName()},
                     {QStringLiteral("team_id"), grant.enterprise ? world.enterpriseId() : world.teamId()},
                     {QStringLiteral("user"), world.person(grant.person).handle},
                     {QStringLiteral("user_id"), world.person(grant.person).id},
                     {QStringLiteral("is_enterprise_install"), grant.enterprise}};
    if (grant.kind == TokenKind::Bot)
        json.insert(QStringLiteral("bot_id"), world.botId(People::appBot));
    if (grant.enterprise)
        json.insert(QStringLiteral("enterprise_id"), world.enterpriseId());
    if (app) {
        json.insert(QStringLiteral("app_id"), world.appId());
        json.insert(QStringLiteral("app_name"), QStringLiteral("Refrain"));
    }
    if (grant.expiresAt)
        json.insert(QStringLiteral("expires_in"), (*grant.expiresAt - clock.now()) / 1000);
    return Answer::ok(json);
}

QJsonObject tokensRevoked(const World& world, const Grant& grant)
{
    const bool bot = grant.kind == TokenKind::Bot;
    const QJsonArray ids{bot ? world.botUserId() : world.person(grant.person).id};
    return {{QStringLiteral("type"), QStringLiteral("tokens_revoked")},
            {QStringLiteral("tokens"), QJsonObject{{QStringLiteral("oauth"), bot ? QJsonArray() : ids},
                                                   {QStringLiteral("bot"), bot ? ids : QJsonArray()}}}};
}

QJsonObject appUninstalled()
{
    return {{QStringLiteral("type"), QStringLiteral("app_uninstalled")}};
}

Answer revoke(const World& world, Grants& grants, Webhooks& webhooks, Events& events, const Call& call)
{
    const Grants::Revoked revoked = grants.revoke(call.token, call.arguments.flag(QStringLiteral("test")));
    if (!revoked.found) {
        const QString problem = grants.check(call.token).problem;
        return Answer::fault(problem.isEmpty() ? QStringLiteral("not_allowed_token_type") : problem);
    }
    if (revoked.authorizationGone) {
        if (revoked.grant.kind == TokenKind::Bot)
            webhooks.removeAll(revoked.grant.workspace);
        events.emitTo(revoked.grant.workspace, tokensRevoked(world, revoked.grant));
        if (revoked.uninstalled)
            events.emitTo(revoked.grant.workspace, appUninstalled());
    }
    return Answer::ok({{QStringLiteral("revoked"), !call.arguments.flag(QStringLiteral("test"))}});
}

Answer uninstall(const AppSettings& app, const World& world, Grants& grants, Webhooks& webhooks, Events& events,
                 const Call& call)
{
    if (const QString problem = clientProblem(app, call); !problem.isEmpty())
        return Answer::fault(problem);
    grants.uninstall(call.grant.workspace);
    webhooks.removeAll(call.grant.workspace);
    events.emitTo(call.grant.workspace, appUninstalled());
    events.emitTo(call.grant.workspace, tokensRevoked(world, call.grant));
    return Answer::ok();
}

Answer teams(const World& world, const Call& call)
{
    QJsonArray list;
    if (call.grant.enterprise || call.arguments.text(QStringLiteral("cursor")).isEmpty())
        list.append(QJsonObject{{QStringLiteral("id"), world.teamId()}, {QStringLiteral("name"), world.teamName()}});
    return Answer::ok({{QStringLiteral("teams"), list},
                       {QStringLiteral("response_metadata"), QJsonObject{{QStringLiteral("next_cursor"), QString()}}}});
}

}  // namespace

void addAuthMethods(MethodTable& table, const AppSettings& app, const World& world, Grants& grants, Webhooks& webhooks,
                    Events& events, const Clock& clock)
{
    table.add({QStringLiteral("auth.test"), Tier::Special, Method::Needs::AnyToken, {}, [&](const Call& call) {
                   return test(world, clock, call);
               }});
    // A refresh token may be revoked as well, so the token is looked up by the method itself.
    table.add({QStringLiteral("auth.revoke"), Tier::Three, Method::Needs::Nothing, {}, [&](const Call& call) {
                   return revoke(world, grants, webhooks, events, call);
               }});
    table.add({QStringLiteral("apps.uninstall"), Tier::One, Method::Needs::Token, {}, [&](const Call& call) {
                   return uninstall(app, world, grants, webhooks, events, call);
               }});
    table.add({QStringLiteral("auth.teams.list"), Tier::Two, Method::Needs::Token, {}, [&world](const Call& call) {
                   return teams(world, call);
               }});
}

}  // namespace refrain::sandbox
