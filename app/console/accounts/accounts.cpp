#include "console/accounts/accounts.h"

#include "base/log.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace refrain::console {

namespace {

const char* const kindNames[] = {"server", "embedded", "practice"};

QJsonObject toObject(const Account& account)
{
    return {{QStringLiteral("id"), account.id},
            {QStringLiteral("kind"), QLatin1String(kindNames[static_cast<size_t>(account.kind)])},
            {QStringLiteral("backend"), account.backend.toString()},
            {QStringLiteral("workspace"), account.workspace.toString()},
            {QStringLiteral("workspaceName"), account.workspaceName},
            {QStringLiteral("userId"), account.userId},
            {QStringLiteral("userName"), account.userName},
            {QStringLiteral("lastContact"), toRfc3339(account.lastContact)},
            {QStringLiteral("signedIn"), account.signedIn}};
}

Account accountOf(const QJsonObject& object)
{
    const auto text = [&](const char* key) { return object.value(QLatin1String(key)).toString(); };
    Account account;
    account.id = text("id");
    for (size_t i = 0; i < std::size(kindNames); ++i) {
        if (text("kind") == QLatin1String(kindNames[i]))
            account.kind = static_cast<BackendKind>(i);
    }
    account.backend = QUrl(text("backend"));
    account.workspace = WorkspaceId(text("workspace"));
    account.workspaceName = text("workspaceName");
    account.userId = text("userId");
    account.userName = text("userName");
    account.lastContact = fromRfc3339(text("lastContact")).value_or(0);
    account.signedIn = object.value(QLatin1String("signedIn")).toBool();
    return account;
}

}  // namespace

Accounts::Accounts(Profile profile, const Clock& clock, QObject* parent)
    : QObject(parent), m_profile(std::move(profile)), m_clock(clock)
{
}

Result<> Accounts::load()
{
    Result<> done = read();
    if (!done)
        QFile::rename(m_profile.accountsFile(), m_profile.accountsFile() + QStringLiteral(".broken"));
    bool wiped = false;
    for (Account& account : m_accounts) {
        if (account.signedIn && m_clock.now() - account.lastContact > longestSilence) {
            qCInfo(log::console) << "no contact for 7 days: the people of this workspace are wiped here";
            wipe(account);
            wiped = true;
        }
    }
    if (wiped)
        save();
    emit changed();
    return done;
}

Result<> Accounts::read()
{
    m_accounts.clear();
    QFile file(m_profile.accountsFile());
    if (!file.exists())
        return {};
    QJsonParseError error;
    QJsonDocument document;
    if (file.open(QIODevice::ReadOnly))
        document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject()) {
        return Error::corrupt(
            tr("The list of workspaces cannot be read. It was set aside as accounts.json.broken; sign "
               "in again. Changes that wait to be sent were kept."),
            file.fileName());
    }
    const QJsonArray list = document.object().value(QLatin1String("accounts")).toArray();
    for (const QJsonValue& value : list) {
        if (const Account account = accountOf(value.toObject()); !account.id.isEmpty())
            m_accounts.push_back(account);
    }
    m_current = document.object().value(QLatin1String("current")).toString();
    return {};
}

void Accounts::save()
{
    QJsonArray list;
    for (const Account& account : m_accounts)
        list.append(toObject(account));
    QSaveFile file(m_profile.accountsFile());
    const QJsonObject root{{QStringLiteral("accounts"), list}, {QStringLiteral("current"), m_current}};
    const bool saved =
        file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(root).toJson()) >= 0 && file.commit();
    if (!saved)
        qCWarning(log::console) << "the list of workspaces could not be saved:" << file.errorString();
}

const Account* Accounts::find(const QString& id) const
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(), [&](const Account& a) { return a.id == id; });
    return found == m_accounts.end() ? nullptr : &*found;
}

Account* Accounts::at(const QString& id)
{
    return const_cast<Account*>(find(id));
}

std::optional<Account> Accounts::current() const
{
    const Account* found = find(m_current);
    return found ? std::optional<Account>(*found) : std::nullopt;
}

void Accounts::setCurrent(const QString& id)
{
    if (m_current == id || !find(id))
        return;
    m_current = id;
    save();
    emit changed();
}

Account Accounts::signedIn(const SignInGrant& grant, BackendKind kind)
{
    Account account;
    account.id = idFor(kind, grant.backend, grant.workspace, grant.userId);
    account.kind = kind;
    account.backend = grant.backend;
    account.workspace = grant.workspace;
    account.workspaceName = grant.workspaceName;
    account.userId = grant.userId;
    account.userName = grant.userName;
    account.lastContact = m_clock.now();
    account.signedIn = true;
    if (Account* known = at(account.id))
        *known = account;
    else
        m_accounts.push_back(account);
    m_current = account.id;
    save();
    emit changed();
    return account;
}

void Accounts::signedOut(const QString& id)
{
    Account* account = at(id);
    if (!account)
        return;
    wipe(*account);
    save();
    emit changed();
}

void Accounts::remove(const QString& id)
{
    const Account* account = find(id);
    if (!account)
        return;
    wipe(*account);
    std::erase_if(m_accounts, [&](const Account& a) { return a.id == id; });
    if (m_current == id)
        m_current.clear();
    save();
    emit changed();
}

void Accounts::contacted(const QString& id, Millis time)
{
    Account* account = at(id);
    // Once a minute is enough to tell seven days.
    if (!account || time - account->lastContact < 60'000)
        return;
    account->lastContact = time;
    save();
}

void Accounts::rename(const QString& id, const QString& workspaceName, const QString& userName)
{
    Account* account = at(id);
    if (!account || (account->workspaceName == workspaceName && account->userName == userName))
        return;
    account->workspaceName = workspaceName;
    account->userName = userName;
    save();
    emit changed();
}

void Accounts::wipe(const Account& account)
{
    for (const char* suffix : {"", "-wal", "-shm"})
        QFile::remove(m_profile.cacheFile(account.id) + QLatin1String(suffix));
    if (Account* known = at(account.id))
        known->signedIn = false;
}

QString Accounts::idFor(BackendKind kind, const QUrl& backend, const WorkspaceId& workspace, const QString& userId)
{
    // Backends on this computer move ports, yet stay the same backend.
    const QString place = kind == BackendKind::Server ? backend.toString(QUrl::RemovePath | QUrl::RemoveUserInfo)
                                                      : QLatin1String(kindNames[static_cast<size_t>(kind)]);
    const QString key = place + QLatin1Char('\n') + workspace.toString() + QLatin1Char('\n') + userId;
    const QByteArray hash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(24));
}

}  // namespace refrain::console
