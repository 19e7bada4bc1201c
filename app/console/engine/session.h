#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "base/secret.h"
#include "domain/actor.h"

#include <QObject>
#include <QPointer>
#include <QUrl>

#include <functional>
#include <utility>
#include <vector>

namespace refrain::net {
class Transport;
}

namespace refrain::console {

struct SignInGrant;

/// One person's session with a backend: hands out access tokens, renews them (one renewal at a time, whoever asks),
/// and follows the rotation of refresh tokens. Engine thread.
class Session : public QObject {
    Q_OBJECT
public:
    using WithToken = std::function<void(const Result<Secret>&)>;

    Session(net::Transport& transport, const Clock& clock, QObject* parent = nullptr);

    /// Where the backend is; an embedded one moves when it is started again.
    void setBackend(const QUrl& backend, const Secret& launchSecret);
    /// The backend on this computer ended: until setBackend() no token leaves, as somebody else may answer at its
    /// address by now.
    void setAway();
    [[nodiscard]] bool isAway() const { return m_backend.isEmpty(); }
    [[nodiscard]] const QUrl& backend() const { return m_backend; }
    [[nodiscard]] const Secret& launchSecret() const { return m_launchSecret; }

    void begin(const SignInGrant& grant);
    /// From the token store, at a later start.
    void begin(const Secret& refreshToken);
    [[nodiscard]] bool isActive() const { return !m_refresh.isEmpty(); }

    /// Hands over a token that is good for a while, renewing first where needed. Unavailable while away.
    void withToken(QObject* context, const WithToken& then);
    /// The backend refused this token: the next withToken() renews, unless that has happened meanwhile.
    void refused(const Secret& token);
    /// Forgets, and revokes at the backend, for which it waits `patienceMs` at most; `told`: the backend has answered.
    /// ended() is not emitted.
    void revoke(QObject* context, int patienceMs, const std::function<void(bool told)>& then);

    /// What is said of a backend that is away.
    [[nodiscard]] static Error awayError();

signals:
    /// Whose session it is, told with every renewal: a role may have changed.
    void identified(refrain::Role role, const QString& userId, const QString& userName);
    /// Keep this one from now on; the one before is spent.
    void refreshTokenChanged(const refrain::Secret& token);
    /// The backend no longer knows this session. Nothing works until somebody signs in.
    void ended(const QString& sentence);

private:
    net::Transport& m_transport;
    const Clock& m_clock;
    QUrl m_backend;
    Secret m_launchSecret;
    Secret m_access;
    Secret m_refresh;
    Millis m_accessEnds = 0;
    bool m_renewing = false;
    std::vector<std::pair<QPointer<QObject>, WithToken>> m_waiting;

    void renew();
    void answerAll(const Result<Secret>& result);
};

}  // namespace refrain::console
