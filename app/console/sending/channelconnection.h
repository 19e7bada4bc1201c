#pragma once

#include "console/signin/signin.h"

namespace refrain::console {

class BackendCalls;
class Session;

/// A channel that can be written to, by the name that senders use.
struct ConnectedChannel {
    QString distinctId;  ///< `channel_<name>`; empty where the record could not be asked.
    SubjectId channel;
};

/// Connects one channel by an incoming webhook: the person picks it on Slack's page in the browser, and the backend
/// keeps the address that Slack gives. UI thread.
class ChannelConnection : public QObject {
    Q_OBJECT
public:
    /// All of it outlives this.
    struct Parts {
        net::Transport& transport;
        Random& random;
        const Clock& clock;
        BackendCalls& calls;
    };

    /// `place`: the backend and the workspace; what is asked for there is a channel.
    ChannelConnection(Parts parts, SignIn::UrlOpener open, SignInRequest place, QObject* parent = nullptr);
    ~ChannelConnection() override;

    /// Begins, or begins again; the way through the browser is signIn()'s to tell.
    void start() { m_signIn.start(m_place); }
    [[nodiscard]] SignIn& signIn() { return m_signIn; }

signals:
    /// The backend keeps the address.
    void connected(const refrain::console::ConnectedChannel& channel);

private:
    void finish(const SignInGrant& grant);
    void askWhich(const QString& user);

    Parts m_parts;
    SignIn m_signIn;
    SignInRequest m_place;
    std::unique_ptr<Session> m_surplus;
};

}  // namespace refrain::console
