#pragma once

#include "console/accounts/accounts.h"
#include "console/local/localbackend.h"
#include "console/signin/signin.h"
#include "ui/connect/connectwords.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace refrain::ui {

class CredentialsPage;
class MainWindow;
class ProgressPage;
class Settings;
class WelcomePage;

/// The way from nothing to a signed-in workspace: shows the pages, starts what must run on this computer, signs in.
class Connecting final : public QObject {
    Q_OBJECT

public:
    using UrlOpener = console::SignIn::UrlOpener;

    /// Everything is borrowed and outlives this.
    Connecting(const Theme& theme, Settings& settings, MainWindow& window, console::LocalBackend& local,
               console::SignIn& signIn, UrlOpener open, QObject* parent = nullptr);

    /// The three ways to begin; `notice` says why one is here again.
    void showWelcome(const QString& notice = {});
    void signInToServer(const QUrl& backend);
    /// Starts what is needed here, then signs in.
    void signInHere(console::LocalBackend::Mode mode);
    /// Starts what is needed here for an account that is signed in already; localReady() follows.
    void resumeHere(console::LocalBackend::Mode mode);

signals:
    void signedIn(const refrain::console::SignInGrant& grant, refrain::console::BackendKind kind);
    void localReady();

private:
    ProgressPage& progressPage();
    void show(const ConnectView& view);
    void showCredentials();
    void startLocal();
    void startSignIn(console::SignInIntent intent);
    void onLocal(console::LocalBackend::State state);
    void onSignIn(console::SignIn::State state);
    void act();
    void cancel();

    const Theme& m_theme;
    Settings& m_settings;
    MainWindow& m_window;
    console::LocalBackend& m_local;
    console::SignIn& m_signIn;
    UrlOpener m_open;
    QPointer<ProgressPage> m_page;
    QPointer<CredentialsPage> m_credentials;
    ConnectStep m_action = ConnectStep::None;
    std::optional<console::LocalBackend::Mode> m_mode;  ///< Where the backend runs on this computer.
    QUrl m_server;
    bool m_resuming = false;
    bool m_active = false;
};

}  // namespace refrain::ui
