#include "tests/integration/filetokenstore.h"

#include <QFile>
#include <QSaveFile>

#include <utility>

namespace refrain::test {

FileTokenStore::FileTokenStore(QString folder) : m_folder(std::move(folder)) {}

void FileTokenStore::read(const QString& account, QObject* context, Read answer)
{
    QFile file(m_folder + QLatin1Char('/') + account + QStringLiteral(".token"));
    std::optional<Secret> token;
    if (file.open(QIODevice::ReadOnly))
        token = Secret(file.readAll());
    QMetaObject::invokeMethod(
        context, [token, answer = std::move(answer)] { answer(token); }, Qt::QueuedConnection);
}

void FileTokenStore::write(const QString& account, const Secret& token, QObject* context, Done answer)
{
    QSaveFile file(m_folder + QLatin1Char('/') + account + QStringLiteral(".token"));
    Result<> done;
    if (!file.open(QIODevice::WriteOnly) || file.write(token.reveal()) < 0 || !file.commit())
        done = Error::unavailable(file.errorString());
    QMetaObject::invokeMethod(
        context, [done, answer = std::move(answer)] { answer(done); }, Qt::QueuedConnection);
}

void FileTokenStore::remove(const QString& account, QObject* context, Done answer)
{
    QFile::remove(m_folder + QLatin1Char('/') + account + QStringLiteral(".token"));
    QMetaObject::invokeMethod(
        context, [answer = std::move(answer)] { answer({}); }, Qt::QueuedConnection);
}

}  // namespace refrain::test
