#include "web/response.h"

#include <QJsonDocument>

#include <array>

namespace refrain::web {

namespace {

Response typed(QByteArray type, QByteArray body, int status)
{
    Response response;
    response.status = status;
    response.headers.add("Content-Type", std::move(type));
    response.body = std::move(body);
    return response;
}

struct Phrase {
    int status;
    const char* text;
};

constexpr std::array phrases{
    Phrase{100, "Continue"},
    Phrase{101, "Switching Protocols"},
    Phrase{200, "OK"},
    Phrase{201, "Created"},
    Phrase{202, "Accepted"},
    Phrase{204, "No Content"},
    Phrase{301, "Moved Permanently"},
    Phrase{302, "Found"},
    Phrase{303, "See Other"},
    Phrase{304, "Not Modified"},
    Phrase{307, "Temporary Redirect"},
    Phrase{308, "Permanent Redirect"},
    Phrase{400, "Bad Request"},
    Phrase{401, "Unauthorized"},
    Phrase{403, "Forbidden"},
    Phrase{404, "Not Found"},
    Phrase{405, "Method Not Allowed"},
    Phrase{406, "Not Acceptable"},
    Phrase{408, "Request Timeout"},
    Phrase{409, "Conflict"},
    Phrase{410, "Gone"},
    Phrase{412, "Precondition Failed"},
    Phrase{413, "Content Too Large"},
    Phrase{415, "Unsupported Media Type"},
    Phrase{417, "Expectation Failed"},
    Phrase{421, "Misdirected Request"},
    Phrase{422, "Unprocessable Content"},
    Phrase{426, "Upgrade Required"},
    Phrase{429, "Too Many Requests"},
    Phrase{431, "Request Header Fields Too Large"},
    Phrase{500, "Internal Server Error"},
    Phrase{501, "Not Implemented"},
    Phrase{502, "Bad Gateway"},
    Phrase{503, "Service Unavailable"},
    Phrase{504, "Gateway Timeout"},
    Phrase{505, "HTTP Version Not Supported"},
};

}  // namespace

Response Response::json(const QJsonObject& object, int status)
{
    return jsonText(QJsonDocument(object).toJson(QJsonDocument::Compact), status);
}

Response Response::jsonText(QByteArray utf8, int status)
{
    return typed("application/json; charset=utf-8", std::move(utf8), status);
}

Response Response::text(QByteArray utf8, int status)
{
    return typed("text/plain; charset=utf-8", std::move(utf8), status);
}

Response Response::html(QByteArray utf8, int status)
{
    return typed("text/html; charset=utf-8", std::move(utf8), status);
}

Response Response::redirect(QByteArray location, int status)
{
    Response response = empty(status);
    response.headers.add("Location", std::move(location));
    return response;
}

Response Response::empty(int status)
{
    Response response;
    response.status = status;
    return response;
}

Response& Response::set(QByteArray name, QByteArray value) &
{
    headers.set(std::move(name), std::move(value));
    return *this;
}

Response Response::set(QByteArray name, QByteArray value) &&
{
    headers.set(std::move(name), std::move(value));
    return std::move(*this);
}

void Response::setCookie(const QByteArray& name, const QByteArray& value, const CookieOptions& options)
{
    QByteArray line = name + '=' + value + "; Path=" + options.path + "; HttpOnly; SameSite=Lax";
    if (options.maxAge.count() != 0)
        line += "; Max-Age=" + QByteArray::number(qlonglong(std::max<qint64>(0, options.maxAge.count())));
    if (options.secure)
        line += "; Secure";
    headers.add("Set-Cookie", line);
}

QByteArray reasonPhrase(int status)
{
    for (const Phrase& phrase : phrases)
        if (phrase.status == status)
            return phrase.text;
    return "Status";
}

}  // namespace refrain::web
