#include "service/serve/datadirlock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace refrain::service {
namespace {

QString holder(int descriptor)
{
    char text[128] = {};
    const ssize_t size = ::pread(descriptor, text, sizeof text - 1, 0);
    return size > 0 ? QString::fromUtf8(text).trimmed() : QStringLiteral("another program");
}

Error systemError(const QString& sentence)
{
    return Error::unavailable(sentence, QString::fromLocal8Bit(std::strerror(errno)));
}

}  // namespace

Result<DataDirLock> DataDirLock::take(const QString& dataDir)
{
    if (!QDir(dataDir).exists()) {
        if (!QDir().mkpath(dataDir))
            return Error::unavailable(QStringLiteral("The data directory %1 cannot be made.").arg(dataDir));
        QFile::setPermissions(dataDir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    const QString path = dataDir + QStringLiteral("/refraind.lock");
    DataDirLock lock(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (lock.m_descriptor < 0)
        return systemError(QStringLiteral("The lock %1 cannot be opened.").arg(path));
    if (::flock(lock.m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK)
            return systemError(QStringLiteral("The lock %1 cannot be taken.").arg(path));
        return Error::conflict(QStringLiteral("The data directory %1 is in use by %2. Stop that one first, or choose "
                                              "another REFRAIN_DATA_DIR.")
                                   .arg(dataDir, holder(lock.m_descriptor)));
    }
    const QByteArray text = "refraind, process " + QByteArray::number(QCoreApplication::applicationPid()) + '\n';
    if (::ftruncate(lock.m_descriptor, 0) != 0 ||
        ::pwrite(lock.m_descriptor, text.constData(), size_t(text.size()), 0) != text.size())
        return systemError(QStringLiteral("The lock %1 cannot be written.").arg(path));
    return lock;
}

DataDirLock::DataDirLock(DataDirLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

DataDirLock& DataDirLock::operator=(DataDirLock&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

DataDirLock::~DataDirLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

}  // namespace refrain::service
