#include "service/config/configcheck.h"

#include "service/serve/storage.h"

#include <QDir>
#include <QFileInfo>
#include <QHostAddress>
#include <QTemporaryDir>

namespace refrain::service {
namespace {

bool isLoopback(const QUrl& url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

/// The folder itself, or the one in which it would have to be made.
QString nearestExisting(const QString& folder)
{
    QFileInfo at(folder);
    while (!at.exists() && !at.isRoot())
        at.setFile(at.absolutePath());
    return at.absoluteFilePath();
}

/// Tried, because permissions alone do not tell: root may everything, and file systems may be read-only.
Result<> checkFolder(const QString& folder, const char* setting)
{
    const QString place = nearestExisting(folder);
    const QTemporaryDir probe(place + QStringLiteral("/.refraind-check-XXXXXX"));
    if (QFileInfo(place).isDir() && probe.isValid())
        return {};
    return Error::invalid(
        QStringLiteral("%1: nothing can be written to %2.").arg(QLatin1String(setting), QDir::cleanPath(folder)));
}

Result<> checkPublicUrl(const Config& config)
{
    if (config.publicUrl.isEmpty() || config.publicUrl.scheme() == QLatin1String("https") ||
        isLoopback(config.publicUrl))
        return {};
    return Error::invalid(
        QStringLiteral("REFRAIN_PUBLIC_URL: %1 is neither https nor on this computer. Consoles refuse "
                       "it, and tokens would travel readable; put a proxy with TLS before refraind.")
            .arg(config.publicUrl.toString()));
}

}  // namespace

Result<> checkUse(const Config& config)
{
    if (Result<> fine = checkPublicUrl(config); !fine)
        return fine;
    const Result<QString> database = databaseFile(config);
    if (!database)
        return database.error();
    if (Result<> fine = checkFolder(config.dataDir, "REFRAIN_DATA_DIR"); !fine)
        return fine;
    if (Result<> fine = checkFolder(QFileInfo(*database).absolutePath(), "REFRAIN_DATABASE"); !fine)
        return fine;
    if (QFileInfo::exists(*database) && !QFileInfo(*database).isWritable())
        return Error::invalid(QStringLiteral("REFRAIN_DATABASE: %1 may not be written to.").arg(*database));
    if (QFileInfo::exists(config.keyFile))
        return {};
    const QString keyFolder = QFileInfo(config.keyFile).absolutePath();
    // The data folder is made where it is missing; no other is, for a secret belongs where somebody chose.
    if (keyFolder != QDir(config.dataDir).absolutePath() && !QFileInfo(keyFolder).isDir())
        return Error::invalid(QStringLiteral("REFRAIN_KEY_FILE: there is no folder %1.").arg(keyFolder));
    return checkFolder(keyFolder, "REFRAIN_KEY_FILE");
}

}  // namespace refrain::service
