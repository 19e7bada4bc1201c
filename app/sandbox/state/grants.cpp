#include "sandbox/state/grants.h"

#include "sandbox/state/granttables.h"
#include "sandbox/world/world.h"

#include <QJsonArray>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <utility>

namespace refrain::sandbox {

using namespace tables;

Grants::Grants(const World& world, Ledger& ledger, const Clock& clock, Random& random, Options options)
    : m_world(world), m_ledger(ledger), m_clock(clock), m_random(random), m_options(std::move(options))
{
    const QString name = QStringLiteral("tokens");
    QJsonObject record = m_ledger.get(secrets, name);
    if (record.isEmpty()) {
        record.insert(QStringLiteral("key"), QString::fromLatin1(m_random.bytes(32).toHex()));
        m_ledger.put(secrets, name, record);
    }
    m_key = QByteArray::fromHex(record.value(QStringLiteral("key")).toString().toLatin1());
    for (const QJsonObject& token : m_ledger.all(access))
        m_serial = std::max(m_serial, token.value(QStringLiteral("serial")).toInteger());
}

TokenCheck Grants::check(const QByteArray& token) const
{
    if (token.isEmpty())
        return {{}, QStringLiteral("not_authed")};
    if (token.startsWith("xapp-") && token == m_options.appToken)
        return {
            Grant{TokenKind::App, People::appBot, m_world.appId(), false, {QStringLiteral("connections:write")}, {}},
            {}};
    const QJsonObject record = m_ledger.get(access, hashed(token));
    if (record.isEmpty())
        return {{}, QStringLiteral("invalid_auth")};
    if (const QString dead = record.value(QStringLiteral("dead")).toString(); !dead.isEmpty())
        return {{}, dead};
    const Grant grant = grantOf(record);
    if (grant.expiresAt && *grant.expiresAt <= m_clock.now())
        return {{}, QStringLiteral("token_expired")};
    if (grant.kind != TokenKind::Bot && m_world.person(grant.person).deleted)
        return {{}, QStringLiteral("account_inactive")};
    return {grant, {}};
}

Grant Grants::grantOf(const QJsonObject& record) const
{
    Grant grant;
    grant.kind = kindFrom(record.value(QStringLiteral("kind")).toString());
    grant.person = quint64(record.value(QStringLiteral("person")).toInteger());
    grant.workspace = record.value(QStringLiteral("workspace")).toString();
    grant.enterprise = grant.workspace.startsWith(u'E');
    if (grant.kind == TokenKind::SignIn)
        grant.scopes = strings(record.value(QStringLiteral("scopes")));
    else
        grant.scopes = strings(owner(grant.kind, grant.workspace, grant.person).value(QStringLiteral("scopes")));
    if (const QJsonValue expiry = record.value(QStringLiteral("expiresAt")); expiry.isDouble())
        grant.expiresAt = expiry.toInteger();
    return grant;
}

QJsonObject Grants::owner(TokenKind kind, const QString& workspace, quint64 person) const
{
    return kind == TokenKind::Bot ? m_ledger.get(bots, workspace) : m_ledger.get(users, ownerKey(workspace, person));
}

void Grants::setOwner(TokenKind kind, const QString& workspace, quint64 person, const QJsonObject& record)
{
    if (kind == TokenKind::Bot)
        m_ledger.put(bots, workspace, record);
    else
        m_ledger.put(users, ownerKey(workspace, person), record);
}

IssuedToken Grants::install(const QString& workspace, quint64 installer, const QStringList& scopes)
{
    QJsonObject record = withScopes(owner(TokenKind::Bot, workspace, 0), scopes);
    record.insert(QStringLiteral("installer"), qint64(installer));
    record.insert(QStringLiteral("installedAt"), m_clock.now());
    setOwner(TokenKind::Bot, workspace, 0, record);
    return issue(TokenKind::Bot, workspace, People::appBot);
}

IssuedToken Grants::grantUser(const QString& workspace, quint64 person, const QStringList& scopes)
{
    setOwner(TokenKind::User, workspace, person, withScopes(owner(TokenKind::User, workspace, person), scopes));
    return issue(TokenKind::User, workspace, person);
}

IssuedToken Grants::signIn(const QString& workspace, quint64 person, const QStringList& scopes)
{
    IssuedToken issued;
    issued.access = "xoxp-" + m_random.bytes(24).toHex();
    m_ledger.put(access, hashed(issued.access),
                 {{QStringLiteral("kind"), wordOf(TokenKind::SignIn)},
                  {QStringLiteral("person"), qint64(person)},
                  {QStringLiteral("workspace"), workspace},
                  {QStringLiteral("scopes"), QJsonArray::fromStringList(scopes)}});
    return issued;
}

QByteArray Grants::fixedToken(TokenKind kind, const QString& workspace, quint64 person, int generation) const
{
    const QByteArray name =
        QStringLiteral("%1/%2/%3/%4").arg(wordOf(kind), workspace).arg(person).arg(generation).toUtf8();
    QByteArray mac = QMessageAuthenticationCode::hash(name, m_key, QCryptographicHash::Sha256).toBase64();
    mac.replace('+', 'p').replace('/', 's').truncate(24);
    const QByteArray team = QByteArray::number(1'000'000'000'000 + qint64(m_world.size().seed % 1'000'000));
    return (kind == TokenKind::Bot ? "xoxb-" : "xoxp-") + team + '-' +
           QByteArray::number(2'000'000'000'000 + qint64(person)) + '-' + mac;
}

IssuedToken Grants::issue(TokenKind kind, const QString& workspace, quint64 person)
{
    const QJsonObject holder = owner(kind, workspace, person);
    QJsonObject record{{QStringLiteral("kind"), wordOf(kind)},
                       {QStringLiteral("person"), qint64(person)},
                       {QStringLiteral("workspace"), workspace},
                       {QStringLiteral("serial"), ++m_serial}};
    IssuedToken issued;
    if (m_options.rotation) {
        const QByteArray prefix = kind == TokenKind::Bot ? "xoxe.xoxb-1-" : "xoxe.xoxp-1-";
        issued.access = prefix + m_random.bytes(80).toBase64(QByteArray::Base64UrlEncoding);
        issued.refresh = "xoxe-1-" + m_random.bytes(60).toBase64(QByteArray::Base64UrlEncoding);
        issued.expiresIn = accessSeconds;
        m_ledger.put(refreshers, hashed(issued.refresh), record);
        record.insert(QStringLiteral("expiresAt"), m_clock.now() + Millis(accessSeconds) * 1000);
    } else {
        issued.access = fixedToken(kind, workspace, person, holder.value(QStringLiteral("generation")).toInt());
    }
    m_ledger.put(access, hashed(issued.access), record);
    if (m_options.rotation)
        keepTwo(kind, workspace, person);
    issued.grant = grantOf(record);
    return issued;
}

void Grants::keepTwo(TokenKind kind, const QString& workspace, quint64 person)
{
    QMap<qint64, QString> living;
    const QMap<QString, QJsonObject>& all = m_ledger.all(access);
    for (auto token = all.begin(); token != all.end(); ++token) {
        if (belongsTo(*token, kind, workspace, person) && !token->contains(QStringLiteral("dead")) &&
            token->contains(QStringLiteral("expiresAt")))
            living.insert(token->value(QStringLiteral("serial")).toInteger(), token.key());
    }
    while (living.size() > 2) {
        markDead(m_ledger, access, living.take(living.firstKey()), QStringLiteral("token_revoked"));
    }
}

std::optional<IssuedToken> Grants::refresh(const QByteArray& refreshToken)
{
    const QString key = hashed(refreshToken);
    QJsonObject record = m_ledger.get(refreshers, key);
    if (record.isEmpty() || record.contains(QStringLiteral("dead")))
        return std::nullopt;
    const QJsonValue usedAt = record.value(QStringLiteral("usedAt"));
    if (usedAt.isDouble() && usedAt.toInteger() + refreshGrace < m_clock.now())
        return std::nullopt;
    if (!usedAt.isDouble()) {
        record.insert(QStringLiteral("usedAt"), m_clock.now());
        m_ledger.put(refreshers, key, record);
    }
    const Grant grant = grantOf(record);
    if (grant.kind == TokenKind::User && m_world.person(grant.person).deleted)
        return std::nullopt;
    return issue(grant.kind, grant.workspace, grant.person);
}

std::optional<Installation> Grants::installation(const QString& workspace) const
{
    const QJsonObject record = m_ledger.get(bots, workspace);
    if (record.isEmpty())
        return std::nullopt;
    return Installation{workspace, strings(record.value(QStringLiteral("scopes"))),
                        quint64(record.value(QStringLiteral("installer")).toInteger()),
                        record.value(QStringLiteral("installedAt")).toInteger(),
                        record.value(QStringLiteral("active")).toBool()};
}

std::vector<Installation> Grants::installations() const
{
    std::vector<Installation> all;
    for (const QString& workspace : m_ledger.all(bots).keys())
        all.push_back(*installation(workspace));
    return all;
}

}  // namespace refrain::sandbox
