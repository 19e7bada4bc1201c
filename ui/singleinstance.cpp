#include "ui/singleinstance.h"

#include <QLocalSocket>

namespace refrain::ui {

namespace {

constexpr int patienceMs = 1000;
const QByteArray taken("taken\n");

}  // namespace

bool SingleInstance::handOver(const QString& socket, const QString& link)
{
    QLocalSocket other;
    other.connectToServer(socket);
    if (!other.waitForConnected(patienceMs))
        return false;
    other.write(link.toUtf8() + '\n');
    return other.waitForBytesWritten(patienceMs) && other.waitForReadyRead(patienceMs) && other.readAll() == taken;
}

SingleInstance::SingleInstance(const QString& socket, QObject* parent) : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::serve);
    // Nobody answered there (handOver): what lies in the way was left by one that crashed.
    if (!m_server.listen(socket)) {
        QLocalServer::removeServer(socket);
        m_server.listen(socket);
    }
}

void SingleInstance::serve()
{
    while (QLocalSocket* other = m_server.nextPendingConnection()) {
        connect(other, &QLocalSocket::disconnected, other, &QObject::deleteLater);
        const auto read = [this, other] {
            if (other->bytesAvailable() > longestLine) {
                other->abort();
                return;
            }
            if (!other->canReadLine())
                return;
            const QByteArray line = other->readLine(longestLine).chopped(1);
            other->write(taken);
            other->disconnectFromServer();
            emit asked(QString::fromUtf8(line));
        };
        connect(other, &QLocalSocket::readyRead, this, read);
        read();  // It may have come with the connection.
    }
}

}  // namespace refrain::ui
