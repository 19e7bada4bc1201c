#include "base/secret.h"
#include "sandbox/methods/methods.h"
#include "sandbox/state/codes.h"
#include "sandbox/state/webhooks.h"

#include <QJsonObject>

namespace refrain::sandbox {

QString clientProblem(const AppSettings& app, const Call& call)
{
    QString id = call.arguments.text(QStringLiteral("client_id"));
    Secret secret(call.arguments.text(QStringLiteral("client_secret")).toUtf8());
    if (const auto basic = call.request.basicCredentials()) {
        id = basic->user;
        secret = basic->password;
    }
    if (id != app.clientId)
        return QStringLiteral("invalid_client_id");
    return secret.equals(app.clientSecret) ? QString() : QStringLiteral("bad_client_secret");
}

QString originOf(const web::Request& request)
{
    return QStringLiteral("http://") + QString::fromLatin1(request.header("Host"));
}

namespace {

/// oauth.v2.access over what the sandbox knows.
class Access {
public:
    Access(const AppSettings& app, const World& world, Grants& grants, Codes& codes, Webhooks& webhooks)
        : m_app(app), m_world(world), m_grants(grants), m_codes(codes), m_webhooks(webhooks)
    {
    }

    Answer operator()(const Call& call) const
    {
        if (const QString problem = clientProblem(m_app, call); !problem.isEmpty())
            return Answer::fault(problem);
        const QString kind = call.arguments.text(QStringLiteral("grant_type"));
        if (kind == u"refresh_token")
            return refresh(call);
        if (!kind.isEmpty() && kind != u"authorization_code")
            return Answer::fault(QStringLiteral("invalid_grant_type"));
        return exchange(call);
    }

private:
    Answer refresh(const Call& call) const
    {
        const auto issued = m_grants.refresh(call.arguments.text(QStringLiteral("refresh_token")).toUtf8());
        if (!issued)
            return Answer::fault(QStringLiteral("invalid_refresh_token"));
        const bool bot = issued->grant.kind == TokenKind::Bot;
        QJsonObject json = workspace(issued->grant.workspace);
        write(*issued, json);
        if (bot)
            json.insert(QStringLiteral("bot_user_id"), m_world.botUserId());
        else
            json.insert(QStringLiteral("user_id"), m_world.person(issued->grant.person).id);
        return Answer::ok(json);
    }

    Answer exchange(const Call& call) const
    {
        const QByteArray code = call.arguments.text(QStringLiteral("code")).toUtf8();
        const std::optional<Consent> consent = m_codes.find(code);
        if (!consent)
            return Answer::fault(QStringLiteral("invalid_code"));
        if (consent->signIn)
            return Answer::fault(QStringLiteral("oauth_authorization_url_mismatch"));
        if (consent->redirectUri != call.arguments.text(QStringLiteral("redirect_uri")))
            return Answer::fault(QStringLiteral("bad_redirect_uri"));
        m_codes.use(code);
        return Answer::ok(install(*consent, originOf(call.request)));
    }

    QJsonObject install(const Consent& consent, const QString& origin) const
    {
        QJsonObject json = workspace(consent.workspace);
        QJsonObject person{{QStringLiteral("id"), m_world.person(consent.person).id}};
        if (!consent.botScopes.isEmpty()) {
            write(m_grants.install(consent.workspace, consent.person, consent.botScopes), json);
            json.insert(QStringLiteral("bot_user_id"), m_world.botUserId());
        }
        if (!consent.userScopes.isEmpty())
            write(m_grants.grantUser(consent.workspace, consent.person, consent.userScopes), person);
        json.insert(QStringLiteral("authed_user"), person);
        if (const auto channel = m_world.findChannel(consent.webhookChannel)) {
            const QString path = m_webhooks.create(consent.workspace, m_world.botId(People::appBot), channel->id);
            json.insert(QStringLiteral("incoming_webhook"),
                        QJsonObject{{QStringLiteral("url"), origin + path},
                                    {QStringLiteral("channel"), u'#' + channel->name},
                                    {QStringLiteral("channel_id"), channel->id},
                                    {QStringLiteral("configuration_url"), origin + QStringLiteral("/practice")}});
        }
        return json;
    }

    static void write(const IssuedToken& issued, QJsonObject& json)
    {
        const bool bot = issued.grant.kind == TokenKind::Bot;
        json.insert(QStringLiteral("access_token"), QString::fromLatin1(issued.access));
        json.insert(QStringLiteral("token_type"), bot ? QStringLiteral("bot") : QStringLiteral("user"));
        json.insert(QStringLiteral("scope"), issued.grant.scopes.join(u','));
        if (issued.expiresIn > 0) {
            json.insert(QStringLiteral("refresh_token"), QString::fromLatin1(issued.refresh));
            json.insert(QStringLiteral("expires_in"), issued.expiresIn);
        }
    }

    QJsonObject workspace(const QString& id) const
    {
        const bool wide = id.startsWith(u'E');
        const QJsonObject team{{QStringLiteral("id"), m_world.teamId()}, {QStringLiteral("name"), m_world.teamName()}};
        const QJsonObject enterprise{{QStringLiteral("id"), m_world.enterpriseId()},
                                     {QStringLiteral("name"), m_world.enterpriseName()}};
        return {{QStringLiteral("app_id"), m_world.appId()},
                {QStringLiteral("team"), wide ? QJsonValue() : QJsonValue(team)},
                {QStringLiteral("enterprise"), wide ? QJsonValue(enterprise) : QJsonValue()},
                {QStringLiteral("is_enterprise_install"), wide}};
    }

    const AppSettings& m_app;
    const World& m_world;
    Grants& m_grants;
    Codes& m_codes;
    Webhooks& m_webhooks;
};

}  // namespace

void addOAuthMethods(MethodTable& table, const AppSettings& app, const World& world, Grants& grants, Codes& codes,
                     Webhooks& webhooks)
{
    table.add({QStringLiteral("oauth.v2.access"),
               Tier::Special,
               Method::Needs::Nothing,
               {},
               Access(app, world, grants, codes, webhooks)});
}

}  // namespace refrain::sandbox
