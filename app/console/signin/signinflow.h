#pragma once

#include "console/signin/loopbacklistener.h"
#include "console/signin/signin.h"

#include <QJsonObject>
#include <QTimer>
#include <QUrlQuery>

#include <optional>

namespace refrain::net {
struct HttpReply;
}

namespace refrain::console {

/// One attempt to sign in, from the first request to the last: SignIn holds the current one.
class SignInFlow : public QObject {
    Q_OBJECT
public:
    using State = SignIn::State;
    using Failure = SignIn::Failure;
    struct Parts {
        net::Transport& transport;
        Random& random;
        const Clock& clock;
        SignIn::UrlOpener open;
        SignIn::Timing timing;
    };

    SignInFlow(const Parts& parts, SignInRequest request);

    void begin();
    void fail(Failure failure, const QString& details = {});
    bool openBrowser();
    void waitForApproval();
    [[nodiscard]] SignInIntent intent() const { return m_request.intent; }

    State state = State::Idle;
    Failure failure = Failure::None;
    QString details;
    QUrl url;
    bool browserOpened = false;

signals:
    void moved();
    void granted(const refrain::console::SignInGrant& grant);

private:
    Parts m_parts;
    SignInRequest m_request;
    QString m_issuer;
    QUrl m_authorize;
    QUrl m_token;
    QByteArray m_verifier;
    QByteArray m_state;
    std::optional<LoopbackListener> m_listener;
    QTimer m_timeout;
    int m_forgeries = 0;
    SignInGrant m_grant;

    [[nodiscard]] bool isForChannel() const { return m_request.intent == SignInIntent::Webhook; }
    void enter(State next);
    void readMetadata(const QJsonObject& metadata);
    void listen();
    void probe();
    void takePatience();
    void takeAnswer(const RedirectAnswer& answer);
    void exchange(const QString& code);
    void takeTokens(const QJsonObject& tokens);
    void askWorkspace();
    void takeWorkspace(const QJsonObject& workspace);
};

/// https, or http on this computer itself.
[[nodiscard]] bool isSafeBackend(const QUrl& url);

}  // namespace refrain::console
