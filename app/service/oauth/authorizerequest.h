#pragma once

#include "base/result.h"
#include "web/parameters.h"

#include <QString>
#include <QUrl>

#include <optional>
#include <variant>

namespace refrain::service {

/// The one client there is: the console, a public client (RFC 6749, 2.1).
inline constexpr QLatin1String consoleClientId("refrain-console");

enum class Intent {
    Install,  ///< Connects a workspace: Slack's installation with bot scopes.
    SignIn,   ///< Sign in with Slack, for everybody after the first.
    Webhook,  ///< Connects one channel.
};

[[nodiscard]] QString toString(Intent intent);
[[nodiscard]] std::optional<Intent> intentFromString(const QString& name);

/// An error answer of OAuth (RFC 6749, 4.1.2.1 and 5.2), with a word of ours for what the console shows.
struct OAuthError {
    QString error;        ///< "access_denied"
    QString reason;       ///< "no_role"; sent along as `reason`. May be empty.
    QString description;  ///< A sentence for a person.
};

/// A sound request of a console to be let in.
struct AuthorizeRequest {
    QUrl redirectUri;  ///< The console's loopback listener. Empty: an installation from a browser.
    QString state;
    QString codeChallenge;
    QString team;  ///< Empty: whichever.
    std::optional<Intent> intent;
};

/// Where the request cannot be trusted: a page says so, and the browser goes nowhere.
struct UntrustedRequest {
    QString sentence;
};

/// Where the console is known but its request unsound: the browser goes back with the error.
struct UnsoundRequest {
    QUrl redirectUri;
    QString state;
    OAuthError error;
};

using ParsedAuthorizeRequest = std::variant<AuthorizeRequest, UntrustedRequest, UnsoundRequest>;

/// Reads the query of /oauth/authorize (contract, OAuth; RFC 6749, 4.1.1; RFC 7636, 4.3; RFC 8252, 7.3).
[[nodiscard]] ParsedAuthorizeRequest parseAuthorizeRequest(const web::Parameters& query);

/// True for http on 127.0.0.1 or [::1] with a port, any path, no fragment and no user.
[[nodiscard]] bool isLoopbackRedirect(const QUrl& url);

/// The console's address with an answer in its query, which keeps what stood there.
[[nodiscard]] QByteArray redirectWith(const QUrl& redirectUri, const QList<std::pair<QByteArray, QString>>& answer);

}  // namespace refrain::service
