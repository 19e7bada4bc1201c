#pragma once

#include <QByteArray>
#include <QTcpSocket>
#include <QTest>

/// A client that speaks bytes, so that a test can say what no HTTP library would. Waits in the
/// calling thread; the server has its own.
class RawClient {
public:
    static constexpr int patience = 10'000;

    explicit RawClient(quint16 port, const QString& host = QStringLiteral("127.0.0.1"))
    {
        m_socket.connectToHost(host, port);
        m_socket.waitForConnected(patience);
    }

    QTcpSocket& socket() { return m_socket; }

    void send(const QByteArray& bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(patience)) {
        }
    }

    /// Everything until the server closes; `closed()` tells whether it did.
    QByteArray readToEnd(int milliseconds = patience)
    {
        while (m_socket.state() == QAbstractSocket::ConnectedState && m_socket.waitForReadyRead(milliseconds)) {
        }
        return std::exchange(m_buffer, {}) + m_socket.readAll();
    }

    /// Whether the server has closed the connection, or does soon.
    bool closed(int milliseconds = patience)
    {
        return m_socket.state() != QAbstractSocket::ConnectedState || m_socket.waitForDisconnected(milliseconds);
    }

    /// One answer with its body, by Content-Length; what follows stays for the next call.
    QByteArray readAnswer(bool withBody = true)
    {
        if (!fill([this] { return m_buffer.contains("\r\n\r\n"); }))
            return std::exchange(m_buffer, {});
        const qsizetype head = m_buffer.indexOf("\r\n\r\n") + 4;
        qsizetype length = 0;
        for (const QByteArray& line : m_buffer.left(head).split('\n'))
            if (withBody && line.toLower().startsWith("content-length:"))
                length = line.mid(15).trimmed().toLongLong();
        fill([this, head, length] { return m_buffer.size() >= head + length; });
        const QByteArray answer = m_buffer.left(head + length);
        m_buffer.remove(0, head + length);
        return answer;
    }

    /// Ends the connection with a reset in place of a goodbye.
    void reset()
    {
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_socket.abort();
    }

private:
    template <class Done>
    bool fill(Done done)
    {
        while (!done()) {
            if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(patience))
                return false;
            m_buffer += m_socket.readAll();
        }
        return true;
    }

    QTcpSocket m_socket;
    QByteArray m_buffer;
};

/// "200" of "HTTP/1.1 200 OK…".
inline QByteArray statusOf(const QByteArray& answer)
{
    return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3) : QByteArray();
}

inline QByteArray bodyOf(const QByteArray& answer)
{
    return answer.mid(answer.indexOf("\r\n\r\n") + 4);
}
