#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/random.h"
#include "base/secret.h"
#include "domain/actor.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

namespace refrain::net {
class Transport;
}

namespace refrain::console {

/// What the person is asked to do in the browser (contract, OAuth).
enum class SignInIntent { Default, Install, SignIn, Webhook };

struct SignInRequest {
    QUrl backend;      ///< https, or loopback.
    WorkspaceId team;  ///< Empty: whichever the person picks.
    SignInIntent intent = SignInIntent::Default;
    Secret launchSecret;  ///< Of an embedded backend; empty otherwise.
};

/// What a finished sign-in hands over.
struct SignInGrant {
    QUrl backend;
    WorkspaceId workspace;
    QString workspaceName;
    QString userId;
    QString userName;
    Role role = Role::Viewer;
    Secret accessToken;
    Secret refreshToken;
    Millis accessExpiresAt = 0;
};

/// Signs one person in through the system's browser: authorization code with PKCE over a loopback listener
/// (RFC 8252, 7636, 9207).
///
///     start -> ask the backend for its addresses -> listen on 127.0.0.1 -> open the browser (UrlOpener)
///           -> the browser comes back -> exchange the code -> ask which workspace -> finished
///
/// Does not open a browser by itself, keeps no token after finished(), and ends on success, failure, cancel, timeout
/// and destruction alike. UI thread; nothing blocks.
class SignIn : public QObject {
    Q_OBJECT
public:
    enum class State {
        Idle,
        AskingBackend,
        WaitingForBrowser,   ///< url() is there to copy.
        WaitingForApproval,  ///< A Slack admin must approve the app; goes on by itself when the browser comes back.
        Exchanging,
        Succeeded,
        Failed,
    };
    enum class Failure {
        None,
        Cancelled,
        Denied,           ///< The person said no in the browser.
        NoRole,           ///< Signed in, but nobody gave this person a role.
        ForgedState,      ///< Answers without our state kept coming; none was believed.
        WrongIssuer,      ///< The answer was another server's (RFC 9207).
        WrongWorkspace,   ///< Another workspace than the one asked for.
        TimedOut,         ///< The browser never came back.
        NotRefrain,       ///< Something answers there, and it is no Refrain.
        BackendGone,      ///< Not to be reached, or it broke off.
        PortTaken,        ///< No port on this computer could be listened on.
        NotConfigured,    ///< The backend has no Slack app (503).
        MissingScopes,    ///< Slack granted less than Refrain cannot do without.
        InsecureBackend,  ///< Neither https nor loopback.
        Refused,          ///< Any other refusal of the backend, in its words.
    };
    /// Opens an address in the browser; false where that surely failed.
    using UrlOpener = std::function<bool(const QUrl&)>;

    struct Timing {
        int connectionMs = 5'000;        ///< For one request of the browser to the listener.
        int browserMs = 5 * 60'000;      ///< For the browser to come back.
        int approvalMs = 24 * 3600'000;  ///< The same once an admin's approval is waited for.
    };

    SignIn(net::Transport& transport, Random& random, const Clock& clock, UrlOpener open, QObject* parent = nullptr);
    SignIn(net::Transport& transport, Random& random, const Clock& clock, UrlOpener open, Timing timing,
           QObject* parent = nullptr);
    ~SignIn() override;

    /// Begins; an attempt that is under way is cancelled first.
    void start(const SignInRequest& request);
    void cancel();
    /// Opens the browser again with the same address. REQUIRES: WaitingForBrowser or WaitingForApproval.
    void openAgain();

    /// The browser says that an admin must approve the app first: keeps listening for a day, and goes on by itself when
    /// the link was opened again after the approval. REQUIRES: WaitingForBrowser.
    void waitForApproval();

    [[nodiscard]] State state() const;
    [[nodiscard]] Failure failure() const;
    /// What is happening, or what went wrong and what to do. Never empty but when Idle.
    [[nodiscard]] QString sentence() const;
    /// Details that fold out: the backend's error word and description. May be empty.
    [[nodiscard]] QString details() const;
    /// The address that the browser was sent to, to be copied; empty before WaitingForBrowser.
    [[nodiscard]] QUrl url() const;
    /// False where the browser could not be opened: show the address first.
    [[nodiscard]] bool browserOpened() const;

signals:
    void stateChanged(refrain::console::SignIn::State state);
    /// Once, after Succeeded.
    void finished(const refrain::console::SignInGrant& grant);

private:
    struct Data;
    std::unique_ptr<Data> d;
};

/// One plain sentence for each way a sign-in fails, without its details.
[[nodiscard]] QString signInSentence(SignIn::Failure failure, SignInIntent intent = SignInIntent::Default);

}  // namespace refrain::console

Q_DECLARE_METATYPE(refrain::console::SignInGrant)
