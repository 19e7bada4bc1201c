#include "sandbox/methods/methods.h"
#include "sandbox/state/codes.h"
#include "sandbox/state/signingkey.h"

#include <QCryptographicHash>
#include <QJsonObject>

namespace refrain::sandbox {

namespace {

constexpr qint64 idTokenSeconds = 300;

QString claim(const char* name)
{
    return QStringLiteral("https://slack.com/") + QLatin1String(name);
}

/// What Slack says about a person, as far as the scopes allow.
QJsonObject claimsOf(const World& world, const Grants& grants, const Person& person, const QStringList& scopes)
{
    QJsonObject claims{
        {QStringLiteral("sub"), person.id}, {claim("user_id"), person.id}, {claim("team_id"), world.teamId()}};
    const auto organization = grants.installation(world.enterpriseId());
    if (organization && organization->active) {
        claims.insert(claim("enterprise_id"), world.enterpriseId());
        claims.insert(claim("enterprise_name"), world.enterpriseName());
    }
    if (scopes.contains(QStringLiteral("email"))) {
        claims.insert(QStringLiteral("email"), person.email);
        claims.insert(QStringLiteral("email_verified"), true);
        claims.insert(QStringLiteral("date_email_verified"), person.updated);
    }
    if (scopes.contains(QStringLiteral("profile"))) {
        claims.insert(QStringLiteral("name"), person.realName);
        claims.insert(QStringLiteral("given_name"), person.firstName);
        claims.insert(QStringLiteral("family_name"), person.lastName);
        claims.insert(QStringLiteral("locale"), person.locale);
        claims.insert(QStringLiteral("picture"),
                      QStringLiteral("https://avatars.example/%1_512.png").arg(person.look, 0, 16));
        claims.insert(claim("team_name"), world.teamName());
        claims.insert(claim("team_domain"), world.teamDomain());
        claims.insert(claim("team_image_default"), true);
    }
    return claims;
}

struct Token {
    const AppSettings& app;
    const World& world;
    Grants& grants;
    Codes& codes;
    SigningKey& key;
    const Clock& clock;

    Answer operator()(const Call& call) const
    {
        if (const QString problem = clientProblem(app, call); !problem.isEmpty())
            return Answer::fault(problem);
        const QString kind = call.arguments.text(QStringLiteral("grant_type"));
        if (!kind.isEmpty() && kind != u"authorization_code")
            return Answer::fault(QStringLiteral("invalid_grant_type"));
        const QByteArray code = call.arguments.text(QStringLiteral("code")).toUtf8();
        const std::optional<Consent> consent = codes.find(code);
        if (!consent)
            return Answer::fault(QStringLiteral("invalid_code"));
        if (!consent->signIn)
            return Answer::fault(QStringLiteral("oauth_authorization_url_mismatch"));
        if (consent->redirectUri != call.arguments.text(QStringLiteral("redirect_uri")))
            return Answer::fault(QStringLiteral("bad_redirect_uri"));
        codes.use(code);
        return issue(*consent);
    }

    Answer issue(const Consent& consent) const
    {
        const Person person = world.person(consent.person);
        const QByteArray access = grants.signIn(consent.workspace, person.index, consent.userScopes).access;
        const QByteArray half = QCryptographicHash::hash(access, QCryptographicHash::Sha256).left(16);
        const qint64 now = clock.now() / 1000;
        QJsonObject claims = claimsOf(world, grants, person, consent.userScopes);
        claims.insert(QStringLiteral("iss"), QStringLiteral("https://slack.com"));
        claims.insert(QStringLiteral("aud"), app.clientId);
        claims.insert(QStringLiteral("iat"), now);
        claims.insert(QStringLiteral("auth_time"), now);
        claims.insert(QStringLiteral("exp"), now + idTokenSeconds);
        claims.insert(QStringLiteral("at_hash"), QString::fromLatin1(half.toBase64(QByteArray::Base64UrlEncoding |
                                                                                   QByteArray::OmitTrailingEquals)));
        if (!consent.nonce.isEmpty())
            claims.insert(QStringLiteral("nonce"), consent.nonce);
        return Answer::ok({{QStringLiteral("access_token"), QString::fromLatin1(access)},
                           {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                           {QStringLiteral("id_token"), QString::fromLatin1(key.sign(claims))}});
    }
};

}  // namespace

void addOpenIdMethods(MethodTable& table, const AppSettings& app, const World& world, Grants& grants, Codes& codes,
                      SigningKey& key, const Clock& clock)
{
    table.add({QStringLiteral("openid.connect.token"),
               Tier::Special,
               Method::Needs::Nothing,
               {},
               Token{app, world, grants, codes, key, clock}});
    table.add({QStringLiteral("openid.connect.userInfo"),
               Tier::Special,
               Method::Needs::SignInToken,
               {},
               [&world, &grants](const Call& call) {
                   return Answer::ok(claimsOf(world, grants, world.person(call.grant.person), call.grant.scopes));
               }});
}

}  // namespace refrain::sandbox
