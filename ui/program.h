#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "console/accounts/accounts.h"
#include "console/local/localbackend.h"
#include "console/signin/keychaintokenstore.h"
#include "console/signin/signin.h"
#include "ui/common/appearance.h"
#include "ui/common/settings.h"
#include "ui/connect/connecting.h"
#include "ui/options.h"
#include "ui/shell/mainwindow.h"

#include <QObject>
#include <QTimeZone>

#include <memory>

namespace refrain::ui {

class Camera;
class Workspace;

/// The composition of `refrain`: builds the objects, hands them on, and owns them until the end.
class Program final : public QObject {
    Q_OBJECT

public:
    Program(Options options, console::Profile profile);
    ~Program() override;

    [[nodiscard]] Result<> start();
    /// Another console was started: shows this one, and what its link leads to. Anything but a link is no more than
    /// that.
    void onAsked(const QString& link);

private:
    void resume();
    void open(const console::Account& account, const std::optional<console::SignInGrant>& grant);
    /// Leaves the open workspace; it stays in the switcher.
    void close();
    void showReady();
    void connectChannel();
    void onEnded(const QString& sentence);
    void fillMenus();
    void switchTo(const QString& accountId);
    void follow(const console::DeepLink& link);
    void showWindow();

    Options m_options;
    SystemClock m_clock;
    SystemRandom m_random;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    Appearance m_appearance;
    Settings m_settings;
    console::Accounts m_accounts;
    console::KeychainTokenStore m_tokens;
    std::shared_ptr<net::Transport> m_transport;
    console::LocalBackend m_local;
    console::SignIn m_signIn;
    MainWindow m_window;
    Connecting m_connecting;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Camera> m_camera;
    QString m_openAccount;
    std::optional<console::DeepLink> m_link;  ///< To be followed once its workspace is open.
};

}  // namespace refrain::ui
