#pragma once

#include "sandbox/state/grants.h"
#include "sandbox/state/ledger.h"

#include <QCryptographicHash>
#include <QJsonArray>

/// The ledger tables behind Grants, and how their records are read. For grants.cpp and revocation.cpp.
namespace refrain::sandbox::tables {

inline const QString access = QStringLiteral("tokens");       ///< By the token's hash.
inline const QString refreshers = QStringLiteral("refresh");  ///< By the token's hash.
inline const QString bots = QStringLiteral("installations");  ///< By workspace: scopes, generation, active, installer.
inline const QString users = QStringLiteral("users");         ///< By workspace and person: scopes, generation, active.
inline const QString secrets = QStringLiteral("secrets");

[[nodiscard]] inline QString hashed(const QByteArray& token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex());
}

[[nodiscard]] inline QString ownerKey(const QString& workspace, quint64 person)
{
    return QStringLiteral("%1/%2").arg(workspace).arg(person);
}

[[nodiscard]] inline QString wordOf(TokenKind kind)
{
    switch (kind) {
        case TokenKind::Bot: return QStringLiteral("bot");
        case TokenKind::User: return QStringLiteral("user");
        case TokenKind::App: return QStringLiteral("app");
        case TokenKind::SignIn: return QStringLiteral("signin");
    }
    return {};
}

[[nodiscard]] inline TokenKind kindFrom(const QString& word)
{
    return word == u"user" ? TokenKind::User : word == u"signin" ? TokenKind::SignIn : TokenKind::Bot;
}

[[nodiscard]] inline QStringList strings(const QJsonValue& array)
{
    QStringList out;
    for (const QJsonValue& value : array.toArray())
        out << value.toString();
    return out;
}

/// A grant is additive: scopes once given stay until it is revoked.
[[nodiscard]] inline QJsonObject withScopes(QJsonObject owner, const QStringList& scopes)
{
    QStringList all = strings(owner.value(QStringLiteral("scopes")));
    for (const QString& scope : scopes) {
        if (!all.contains(scope))
            all << scope;
    }
    owner.insert(QStringLiteral("scopes"), QJsonArray::fromStringList(all));
    owner.insert(QStringLiteral("active"), true);
    return owner;
}

[[nodiscard]] inline bool belongsTo(const QJsonObject& token, TokenKind kind, const QString& workspace, quint64 person)
{
    return token.value(QStringLiteral("kind")).toString() == wordOf(kind) &&
           token.value(QStringLiteral("workspace")).toString() == workspace &&
           (kind == TokenKind::Bot || quint64(token.value(QStringLiteral("person")).toInteger()) == person);
}

inline void markDead(Ledger& ledger, const QString& table, const QString& key, const QString& word)
{
    QJsonObject record = ledger.get(table, key);
    record.insert(QStringLiteral("dead"), word);
    ledger.put(table, key, record);
}

}  // namespace refrain::sandbox::tables
