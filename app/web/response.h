#pragma once

#include "web/headers.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <chrono>

namespace refrain::web {

/// How a cookie is set; always `Path=/`-style explicit, HttpOnly and SameSite=Lax.
struct CookieOptions {
    QByteArray path = "/";
    std::chrono::seconds maxAge{0};  ///< 0 = until the browser closes; below 0 = remove it now.
    bool secure = false;             ///< Set it where the public address is https.
};

/// What goes back. Content-Length, Date and Connection are added when it is sent; no Server header is.
struct Response {
    /// Ways to break an answer on purpose, for the practice Slack.
    enum class Fault {
        None,
        CutUnanswered,  ///< The connection closes without a byte.
        CutHalfway,     ///< Head and half of the body, then the connection closes.
    };

    int status = 200;
    Headers headers;
    QByteArray body;
    Fault fault = Fault::None;

    [[nodiscard]] static Response json(const QJsonObject& object, int status = 200);
    /// JSON that is text already.
    [[nodiscard]] static Response jsonText(QByteArray utf8, int status = 200);
    /// `utf8` goes out as it is, as text/plain.
    [[nodiscard]] static Response text(QByteArray utf8, int status = 200);
    [[nodiscard]] static Response html(QByteArray utf8, int status = 200);
    [[nodiscard]] static Response redirect(QByteArray location, int status = 302);
    [[nodiscard]] static Response empty(int status = 204);

    /// Sets a header and returns this, for chains.
    Response& set(QByteArray name, QByteArray value) &;
    Response set(QByteArray name, QByteArray value) &&;
    void setCookie(const QByteArray& name, const QByteArray& value, const CookieOptions& options = {});
};

/// The phrase that RFC 9110 gives a status: 404 is "Not Found".
[[nodiscard]] QByteArray reasonPhrase(int status);

}  // namespace refrain::web
