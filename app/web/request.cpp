#include "web/request.h"

#include <QStringDecoder>

#include <algorithm>

namespace refrain::web {

namespace {

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isWellEscaped(const QByteArray& path)
{
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (uchar(path[i]) <= ' ' || uchar(path[i]) >= 0x7f || path[i] == '#')
            return false;
        if (path[i] != '%')
            continue;
        if (i + 2 >= path.size() || !isHex(path[i + 1]) || !isHex(path[i + 2]))
            return false;
    }
    const QByteArray bytes = QByteArray::fromPercentEncoding(path);
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    return !decoder.hasError() && !text.contains(QChar(u'\0'));
}

QByteArray credentialsOf(const Headers& headers, QByteArrayView scheme)
{
    const QByteArray value = headers.value("Authorization");
    const qsizetype space = value.indexOf(' ');
    if (space < 0 || value.left(space).compare(scheme, Qt::CaseInsensitive) != 0)
        return {};
    return value.mid(space + 1).trimmed();
}

bool isPort(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 5)
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Request Request::make(QByteArray method, QByteArray target, QByteArray body)
{
    Request request;
    request.method = std::move(method);
    const bool usable = request.setTarget(std::move(target));
    Q_ASSERT(usable);
    Q_UNUSED(usable)
    request.body = std::move(body);
    request.peerIsLoopback = true;
    return request;
}

bool Request::setTarget(QByteArray text)
{
    target = std::move(text);
    QByteArray local = target;
    if (local.left(7).compare("http://", Qt::CaseInsensitive) == 0) {
        const qsizetype slash = local.indexOf('/', 7);
        local = slash < 0 ? QByteArray("/") : local.mid(slash);
    }
    const qsizetype question = local.indexOf('?');
    path = question < 0 ? local : local.left(question);
    query = question < 0 ? Parameters() : Parameters::parse(local.mid(question + 1));
    const bool wholeServer = method == "OPTIONS" && path == "*";
    return wholeServer || (path.startsWith('/') && isWellEscaped(path));
}

QByteArray Request::mediaType() const
{
    const QByteArray type = headers.value("Content-Type");
    return type.split(';').constFirst().trimmed().toLower();
}

Parameters Request::form() const
{
    return mediaType() == "application/x-www-form-urlencoded" ? Parameters::parse(body) : Parameters();
}

QString Request::cookie(QByteArrayView name) const
{
    for (const QByteArray& line : headers.values("Cookie")) {
        for (const QByteArray& pair : line.split(';')) {
            const qsizetype equals = pair.indexOf('=');
            if (equals >= 0 && pair.left(equals).trimmed() == name)
                return QString::fromUtf8(pair.mid(equals + 1).trimmed());
        }
    }
    return {};
}

Secret Request::bearerToken() const
{
    return Secret(credentialsOf(headers, "Bearer"));
}

std::optional<Credentials> Request::basicCredentials() const
{
    const auto read =
        QByteArray::fromBase64Encoding(credentialsOf(headers, "Basic"), QByteArray::AbortOnBase64DecodingErrors);
    const qsizetype colon = read ? read.decoded.indexOf(':') : -1;
    if (colon < 0)
        return std::nullopt;
    return Credentials{QString::fromUtf8(read.decoded.left(colon)), Secret(read.decoded.mid(colon + 1))};
}

bool isLoopbackHost(QByteArrayView host)
{
    for (const QByteArrayView name :
         {QByteArrayView("localhost"), QByteArrayView("127.0.0.1"), QByteArrayView("[::1]")}) {
        if (host.size() < name.size() || host.first(name.size()).compare(name, Qt::CaseInsensitive) != 0)
            continue;
        const QByteArrayView rest = host.sliced(name.size());
        if (rest.isEmpty() || (rest.front() == ':' && isPort(rest.sliced(1))))
            return true;
    }
    return false;
}

bool isLoopbackOrigin(QByteArrayView origin)
{
    return origin.isEmpty() || (origin.startsWith("http://") && isLoopbackHost(origin.sliced(7)));
}

}  // namespace refrain::web
