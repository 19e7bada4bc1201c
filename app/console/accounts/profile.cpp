#include "console/accounts/profile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>

namespace refrain::console {

namespace {

Result<> makePrivate(const QString& folder)
{
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (QDir().mkpath(folder) && QFile::setPermissions(folder, owner))
        return {};
    return Error::unavailable(QCoreApplication::translate("refrain::console::Profile",
                                                          "The folder %1 cannot be made or written to. Nothing was "
                                                          "changed; check who owns it.")
                                  .arg(folder));
}

}  // namespace

Result<Profile> Profile::open(const QString& name)
{
    return openAt(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/refrain"),
                  QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/refrain"),
                  name);
}

Result<Profile> Profile::openIn(const QString& folder, const QString& name)
{
    return openAt(folder + QStringLiteral("/data"), folder + QStringLiteral("/config"), name);
}

Result<Profile> Profile::openAt(const QString& data, const QString& config, const QString& name)
{
    static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9_-]{1,32}$"));
    if (!allowed.match(name).hasMatch()) {
        return Error::invalid(QCoreApplication::translate("refrain::console::Profile",
                                                          "A profile's name is 1 to 32 letters, digits, hyphens or "
                                                          "underscores; “%1” is none.")
                                  .arg(name));
    }
    Profile profile;
    profile.m_name = name;
    profile.m_data = data + QLatin1Char('/') + name;
    profile.m_config = config;
    for (const QString& folder : {profile.m_data, profile.m_data + QStringLiteral("/cache"), profile.backendDir(),
                                  profile.practiceDir(), profile.m_config}) {
        if (Result<> made = makePrivate(folder); !made)
            return made.error();
    }
    return profile;
}

QString Profile::settingsFile() const
{
    return m_config + QLatin1Char('/') + m_name + QStringLiteral(".ini");
}

QString Profile::accountsFile() const
{
    return m_data + QStringLiteral("/accounts.json");
}

QString Profile::outboxFile() const
{
    return m_data + QStringLiteral("/outbox.db");
}

QString Profile::socketFile() const
{
    return m_data + QStringLiteral("/console.sock");
}

QString Profile::cacheFile(const QString& account) const
{
    return m_data + QStringLiteral("/cache/") + account + QStringLiteral(".db");
}

QString Profile::viewsFile(const QString& account) const
{
    return m_data + QStringLiteral("/views-") + account + QStringLiteral(".json");
}

QString Profile::draftsFile(const QString& account) const
{
    return m_data + QStringLiteral("/drafts-") + account + QStringLiteral(".json");
}

QString Profile::backendDir() const
{
    return m_data + QStringLiteral("/backend");
}

QString Profile::practiceDir() const
{
    return m_data + QStringLiteral("/practice");
}

}  // namespace refrain::console
