#include "ui/program.h"

#include "console/desk/desksetup.h"
#include "console/transport.h"
#include "ui/camera.h"
#include "ui/common/noticebar.h"
#include "ui/common/screen.h"
#include "ui/connect/channeldialog.h"
#include "ui/shell/headerbar.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QDesktopServices>
#include <QMenu>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace refrain::ui {

using console::Account;
using console::BackendKind;
using console::LocalBackend;

namespace {

bool openInBrowser(const QUrl& url)
{
    return QDesktopServices::openUrl(url);
}

LocalBackend::Mode modeOf(BackendKind kind)
{
    return kind == BackendKind::Practice ? LocalBackend::Mode::Practice : LocalBackend::Mode::Embedded;
}

}  // namespace

Program::Program(Options options, console::Profile profile)
    : m_options(std::move(options)),
      m_appearance(m_options.scheme, m_options.highContrast),
      m_settings(profile.settingsFile()),
      m_accounts(profile, m_clock),
      m_tokens(QStringLiteral("Refrain")),
      m_transport(console::makeTransport()),
      m_local(profile, m_random),
      m_signIn(*m_transport, m_random, m_clock, openInBrowser),
      m_window(m_appearance.theme(), m_settings),
      m_connecting(m_appearance.theme(), m_settings, m_window, m_local, m_signIn, openInBrowser)
{
    connect(&m_window, &MainWindow::closed, qApp, &QApplication::quit);
    connect(&m_connecting, &Connecting::signedIn, this, [this](const console::SignInGrant& grant, BackendKind kind) {
        open(m_accounts.signedIn(grant, kind), grant);
        // The browser lies on top now.
        showWindow();
    });
    connect(&m_connecting, &Connecting::localReady, this, [this] {
        if (const auto account = m_accounts.current())
            open(*account, std::nullopt);
    });
    connect(&m_local, &LocalBackend::stateChanged, this, [this](LocalBackend::State state) {
        // Whoever started it from a terminal or a script does not look at the window.
        if (state == LocalBackend::State::Failed)
            std::fprintf(stderr, "refrain: %s\n", qPrintable(m_local.sentence()));
    });
    connect(&m_accounts, &console::Accounts::changed, this, &Program::fillMenus);
    m_link = m_options.link;
}

Program::~Program()
{
    m_camera.reset();
    m_workspace.reset();
}

Result<> Program::start()
{
    const Result<> loaded = m_accounts.load();
    if (!m_options.screenshotDir.isEmpty())
        m_camera = std::make_unique<Camera>(m_appearance, m_window, m_options.screenshotDir, m_options.screenshotSize);
    m_window.show();
    if (!loaded) {
        m_connecting.showWelcome(loaded.error().message());
    } else if (m_camera) {
        m_connecting.showWelcome();
        connect(m_camera.get(), &Camera::pageTaken, this, &Program::resume);
        m_camera->beginWithPage(QStringLiteral("welcome"));
    } else {
        resume();
    }
    return {};
}

void Program::resume()
{
    const auto account = m_accounts.current();
    const bool fits = account && account->signedIn &&
                      (m_options.practice  ? account->kind == BackendKind::Practice
                       : m_options.backend ? account->backend == *m_options.backend
                                           : true);
    if (fits && account->kind == BackendKind::Server)
        open(*account, std::nullopt);
    else if (fits)
        m_connecting.resumeHere(modeOf(account->kind));
    else if (m_options.practice)
        m_connecting.signInHere(LocalBackend::Mode::Practice);
    else if (m_options.backend)
        m_connecting.signInToServer(*m_options.backend);
    else
        m_connecting.showWelcome();
}

void Program::open(const Account& account, const std::optional<console::SignInGrant>& grant)
{
    m_workspace.reset();
    const bool here = account.kind != BackendKind::Server;
    console::DeskSetup setup;
    setup.account = account;
    if (here)
        setup.account.backend = m_local.url();
    setup.accounts = &m_accounts;
    setup.tokens = &m_tokens;
    setup.grant = grant;
    setup.launchSecret = here ? m_local.launchSecret() : Secret();
    setup.clock = &m_clock;
    setup.random = &m_random;
    setup.zone = m_zone;
    setup.transport = m_transport.get();
    m_openAccount = account.id;
    m_workspace = std::make_unique<Workspace>(m_appearance.theme(), m_settings, m_clock, m_zone, m_window,
                                              std::make_unique<console::Desk>(std::move(setup)), openInBrowser);
    if (here)
        m_workspace->desk().follow(m_local);
    connect(m_workspace.get(), &Workspace::ready, this, &Program::showReady);
    if (m_camera)
        connect(m_workspace.get(), &Workspace::whole, m_camera.get(), &Camera::begin);
    connect(m_workspace.get(), &Workspace::channelConnectionWanted, this, &Program::connectChannel);
    connect(m_workspace.get(), &Workspace::ended, this, &Program::onEnded, Qt::QueuedConnection);
    const auto tellOfKeyring = [this] { m_workspace->setNotice(m_tokens.isLasting() ? QString() : m_tokens.notice()); };
    connect(&m_tokens, &console::TokenStore::lastingChanged, m_workspace.get(), tellOfKeyring);
    tellOfKeyring();
    connect(m_workspace.get(), &Workspace::linkWanted, this, &Program::follow, Qt::QueuedConnection);
    connect(m_workspace.get(), &Workspace::attentionWanted, this, &Program::showWindow);
    fillMenus();
    m_workspace->start();
    if (const auto link = std::exchange(m_link, std::nullopt))
        QMetaObject::invokeMethod(
            this, [this, link = *link] { follow(link); }, Qt::QueuedConnection);
}

void Program::showReady()
{
    // Scripts wait for the first line; the addresses are for people who want to look behind the console.
    std::fputs("console ready\n", stdout);
    if (m_local.state() == LocalBackend::State::Ready)
        std::printf("backend: %s\n", qPrintable(m_local.url().toString()));
    if (const QUrl practice = m_local.practiceUrl(); !practice.isEmpty())
        std::printf("practice Slack: %s/practice\n", qPrintable(practice.toString()));
    std::fflush(stdout);
}

void Program::connectChannel()
{
    const auto account = m_accounts.current();
    if (!account)
        return;
    const bool here = account->kind != BackendKind::Server;
    console::SignInRequest place;
    place.backend = here ? m_local.url() : account->backend;
    place.team = account->workspace;
    place.launchSecret = here ? m_local.launchSecret() : Secret();
    // It asks the workspace's desk, and so goes with its screens.
    auto* dialog =
        new ChannelDialog(m_appearance.theme(), {*m_transport, m_random, m_clock, m_workspace->desk().calls()},
                          openInBrowser, std::move(place), m_window.currentScreen());
    dialog->open();
}

void Program::close()
{
    m_workspace.reset();
    m_openAccount.clear();
    fillMenus();
}

void Program::onEnded(const QString& sentence)
{
    close();
    // Who signed out wants to be out: signing in again is a click of theirs, in practice too.
    m_connecting.showWelcome(sentence);
}

void Program::fillMenus()
{
    QMenu* workspaces = m_window.header().workspaceMenu();
    QMenu* menu = m_window.header().accountMenu();
    workspaces->clear();
    menu->clear();
    for (const Account& account : m_accounts.all()) {
        QAction* action = workspaces->addAction(QString(account.workspaceName).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(account.id == m_openAccount);
        // Queued: whatever is chosen fills the menus anew.
        connect(
            action, &QAction::triggered, this, [this, id = account.id] { switchTo(id); }, Qt::QueuedConnection);
    }
    if (!m_workspace && !m_accounts.all().empty())
        m_window.header().offerWorkspaces();
    workspaces->addSeparator();
    connect(
        workspaces->addAction(tr("Connect another workspace…")), &QAction::triggered, this,
        [this] {
            close();
            m_connecting.showWelcome();
        },
        Qt::QueuedConnection);
    connect(menu->addAction(tr("Manual\tShift+F1")), &QAction::triggered, &m_window, &MainWindow::openManual);
    connect(menu->addAction(tr("Keys\t?")), &QAction::triggered, &m_window, &MainWindow::showKeys);
    menu->addSeparator();
    connect(menu->addAction(tr("Sign out")), &QAction::triggered, this, [this] {
        if (m_workspace)
            m_workspace->signOut();
    });
}

void Program::showWindow()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void Program::onAsked(const QString& link)
{
    showWindow();
    if (const auto wanted = console::DeepLink::fromString(link))
        follow(*wanted);
}

void Program::follow(const console::DeepLink& link)
{
    const Account* open = m_accounts.find(m_openAccount);
    if (m_workspace && open && open->workspace == link.workspace) {
        m_workspace->open(link.subject);
        return;
    }
    const std::vector<Account>& all = m_accounts.all();
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const Account& one) { return one.workspace == link.workspace; });
    if (known == all.end()) {
        m_window.notice().say(tr("The link leads to a workspace that is not connected here: %1. Connect it first.")
                                  .arg(link.workspace.toString()));
        return;
    }
    m_link = link;
    switchTo(known->id);
}

void Program::switchTo(const QString& accountId)
{
    if (accountId == m_openAccount && m_workspace)
        return;
    close();
    m_accounts.setCurrent(accountId);
    const auto account = m_accounts.current();
    if (!account || account->signedIn)
        resume();
    else if (account->kind == BackendKind::Server)
        m_connecting.signInToServer(account->backend);
    else
        m_connecting.signInHere(modeOf(account->kind));
}

}  // namespace refrain::ui
