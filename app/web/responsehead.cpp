#include "web/responsehead_p.h"

#include "base/clock.h"

#include <QDateTime>
#include <QLocale>

namespace refrain::web {

namespace {

/// IMF-fixdate of RFC 9110, 5.6.7.
QByteArray httpDate(Millis time)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
    return QLocale::c().toString(utc, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
}

QByteArray oneLine(QByteArray value)
{
    return value.replace('\r', ' ').replace('\n', ' ');
}

bool isOurs(const QByteArray& name)
{
    for (const char* own : {"Date", "Content-Length", "Connection", "Transfer-Encoding"})
        if (name.compare(own, Qt::CaseInsensitive) == 0)
            return true;
    return false;
}

}  // namespace

QByteArray responseHead(const Response& response, bool keepAlive)
{
    QByteArray head;
    head.reserve(256);
    head += "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    head += "Date: " + httpDate(SystemClock().now()) + "\r\n";
    for (const auto& [name, value] : response.headers.fields())
        if (!isOurs(name))
            head += name + ": " + oneLine(value) + "\r\n";
    // What is sent is what it says it is: no browser guesses a page into it.
    if (!response.headers.contains("X-Content-Type-Options"))
        head += "X-Content-Type-Options: nosniff\r\n";
    if (response.status != 204 && response.status != 304)
        head += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    head += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return head;
}

}  // namespace refrain::web
