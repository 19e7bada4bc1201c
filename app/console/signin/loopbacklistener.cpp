#include "console/signin/loopbacklistener.h"

#include "base/secret.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <optional>
#include <utility>

namespace refrain::console {

namespace {

constexpr qsizetype longestHead = 8 * 1024;
constexpr int mostConnections = 16;
const QByteArray callbackPath = QByteArrayLiteral("/signed-in");

QString decoded(QByteArray text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}

/// The parameters of a query; nullopt where one comes twice (RFC 6749, 3.1).
std::optional<QHash<QString, QString>> parametersOf(const QByteArray& query)
{
    QHash<QString, QString> found;
    const QList<QByteArray> pairs = query.split('&');
    for (const QByteArray& pair : pairs) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const QString key = decoded(pair.left(equals));
        if (found.contains(key))
            return std::nullopt;
        found.insert(key, equals < 0 ? QString() : decoded(pair.mid(equals + 1)));
    }
    return found;
}

/// The one value of a header; nullopt where it is missing or comes twice.
std::optional<QByteArray> headerOf(const QList<QByteArray>& lines, const QByteArray& name)
{
    std::optional<QByteArray> found;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        if (colon <= 0 || lines[i].left(colon).toLower() != name)
            continue;
        if (found)
            return std::nullopt;
        found = lines[i].mid(colon + 1).trimmed();
    }
    return found;
}

}  // namespace

LoopbackListener::LoopbackListener(QByteArray state, int connectionMs, QObject* parent)
    : QObject(parent), m_state(std::move(state)), m_connectionMs(connectionMs)
{
    m_server.setMaxPendingConnections(mostConnections);
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackListener::accept);
}

Result<> LoopbackListener::listen()
{
    if (m_server.listen(QHostAddress::LocalHost, 0))
        return {};
    return Error::unavailable(tr("No port of this computer could be opened for the browser's answer."),
                              m_server.errorString());
}

QUrl LoopbackListener::redirectUri() const
{
    return QUrl(
        QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(QString::fromLatin1(callbackPath)));
}

void LoopbackListener::accept()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (findChildren<QTcpSocket*>().size() >= mostConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        socket->setParent(this);
        QTimer::singleShot(m_connectionMs, socket, [this, socket] {
            if (socket != m_waiting)
                socket->abort();
        });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        read(socket);
    }
}

void LoopbackListener::read(QTcpSocket* socket)
{
    if (socket == m_waiting)
        return;
    // Peeked, not taken: a request may come in any number of pieces.
    const QByteArray seen = socket->peek(longestHead + 1);
    const qsizetype end = seen.indexOf("\r\n\r\n");
    if (end >= 0 && end <= longestHead) {
        socket->disconnect(this);
        handle(socket, seen.left(end));
    } else if (seen.size() > longestHead) {
        socket->disconnect(this);
        reply(socket, "431 Request Header Fields Too Large", tr("Too much"), tr("This request is too long."));
    }
}

void LoopbackListener::handle(QTcpSocket* socket, const QByteArray& head)
{
    QList<QByteArray> lines = head.split('\n');
    for (QByteArray& line : lines)
        line = line.trimmed();
    const QList<QByteArray> words = lines.first().split(' ');
    const QByteArray host = QByteArrayLiteral("127.0.0.1:") + QByteArray::number(m_server.serverPort());
    if (words.size() != 3 || !words[2].startsWith("HTTP/1.") || headerOf(lines, "host") != host) {
        reply(socket, "400 Bad Request", tr("Not understood"), tr("This is not what Refrain waits for."));
        return;
    }
    const qsizetype mark = words[1].indexOf('?');
    if (words[1].left(mark) != callbackPath || mark < 0) {
        reply(socket, "404 Not Found", tr("Nothing here"), tr("There is nothing at this address."));
        return;
    }
    if (words[0] != "GET") {
        reply(socket, "405 Method Not Allowed", tr("Not allowed"), tr("This is not what Refrain waits for."));
        return;
    }
    handleQuery(socket, words[1].mid(mark + 1));
}

void LoopbackListener::handleQuery(QTcpSocket* socket, const QByteArray& query)
{
    const auto parameters = parametersOf(query);
    const QByteArray state = parameters ? parameters->value(QStringLiteral("state")).toUtf8() : QByteArray();
    // Before anything else is looked at: any page in the browser could call this address.
    if (!parameters || !equalInConstantTime(state, m_state)) {
        reply(socket, "400 Bad Request", tr("Not from your sign-in"),
              tr("This answer does not belong to the sign-in that Refrain began, and was ignored."));
        emit forged();
        return;
    }
    RedirectAnswer answer;
    answer.code = parameters->value(QStringLiteral("code"));
    answer.error = parameters->value(QStringLiteral("error"));
    answer.errorDescription = parameters->value(QStringLiteral("error_description"));
    answer.reason = parameters->value(QStringLiteral("reason"));
    answer.issuer = parameters->value(QStringLiteral("iss"));
    if (m_answered || answer.code.isEmpty() == answer.error.isEmpty()) {
        reply(socket, "400 Bad Request", tr("Not understood"), tr("This is not what Refrain waits for."));
        return;
    }
    m_answered = true;
    m_waiting = socket;
    emit answered(answer);
}

void LoopbackListener::showInBrowser(bool success, const QString& title, const QString& text)
{
    m_server.close();
    if (m_waiting)
        reply(m_waiting, success ? "200 OK" : "403 Forbidden", title, text);
    m_waiting.clear();
}

void LoopbackListener::askForPatience(const QString& title, const QString& text)
{
    if (m_waiting)
        reply(m_waiting, "200 OK", title, text);
    m_waiting.clear();
    m_answered = false;
}

void LoopbackListener::reply(QTcpSocket* socket, const QByteArray& status, const QString& title, const QString& text)
{
    const QString page =
        QStringLiteral(
            "<!doctype html><html><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
            "content=\"width=device-width\"><title>%1 – Refrain</title><style>body{font:16px/1.5 "
            "system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1rem;color:#1f2328;"
            "background:#f7f6f3}@media(prefers-color-scheme:dark){body{color:#e8e6e1;background:#16181b}}"
            "</style></head><body><h1>%1</h1><p>%2</p></body></html>")
            .arg(title.toHtmlEscaped(), text.toHtmlEscaped());
    const QByteArray body = page.toUtf8();
    socket->write("HTTP/1.1 " + status +
                  "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
                  "Referrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\n"
                  "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n"
                  "Connection: close\r\nContent-Length: " +
                  QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket->disconnectFromHost();
}

}  // namespace refrain::console
