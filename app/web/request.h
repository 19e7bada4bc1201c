#pragma once

#include "base/secret.h"
#include "web/headers.h"
#include "web/parameters.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace refrain::web {

/// A user name and password of `Authorization: Basic` (RFC 7617).
struct Credentials {
    QString user;
    Secret password;
};

/// One request, read completely and within its limits. A plain value: tests make their own.
struct Request {
    QByteArray method;  ///< As sent: "GET".
    QByteArray target;  ///< As sent, query included. May hold secrets (links, tickets): never log it.
    QByteArray path;    ///< The target without its query, still percent-encoded; begins with '/'.
    Parameters query;
    Headers headers;
    QByteArray body;  ///< The raw bytes, as signatures want them; chunks joined.
    QString peerAddress;
    bool peerIsLoopback = false;
    QHash<QString, QString> pathParameters;  ///< Decoded, set by the Router.

    /// A request without a socket. REQUIRES: a target that setTarget() takes.
    [[nodiscard]] static Request make(QByteArray method, QByteArray target, QByteArray body = {});

    /// Splits `target` into path and query; false where it is no origin-form or http absolute-form
    /// (RFC 9112, 3.2), or holds a broken escape, a NUL or bytes that are not UTF-8.
    [[nodiscard]] bool setTarget(QByteArray text);

    [[nodiscard]] QByteArray header(QByteArrayView name) const { return headers.value(name); }
    /// A `{name}` of the route's pattern; empty where the pattern has none.
    [[nodiscard]] QString parameter(const QString& name) const { return pathParameters.value(name); }
    /// Content-Type in lower case without its parameters: "application/json".
    [[nodiscard]] QByteArray mediaType() const;
    /// The body's fields where it is application/x-www-form-urlencoded, else none.
    [[nodiscard]] Parameters form() const;
    [[nodiscard]] QString cookie(QByteArrayView name) const;
    /// The token of `Authorization: Bearer`; empty where there is none.
    [[nodiscard]] Secret bearerToken() const;
    [[nodiscard]] std::optional<Credentials> basicCredentials() const;
};

/// True for a Host header that names this computer: localhost, 127.0.0.1 or [::1], any port. A page on
/// the internet whose name was rebound to 127.0.0.1 sends its own name, and is refused by this.
[[nodiscard]] bool isLoopbackHost(QByteArrayView host);

/// The same for an Origin header; also true where there is none, as from a program that is no browser.
[[nodiscard]] bool isLoopbackOrigin(QByteArrayView origin);

}  // namespace refrain::web
