#include "ui/connect/connecting.h"

#include "ui/common/settings.h"
#include "ui/connect/credentialspage.h"
#include "ui/connect/progresspage.h"
#include "ui/connect/welcomepage.h"
#include "ui/shell/mainwindow.h"

namespace refrain::ui {

using console::BackendKind;
using console::LocalBackend;
using console::SignIn;
using console::SignInIntent;

Connecting::Connecting(const Theme& theme, Settings& settings, MainWindow& window, LocalBackend& local, SignIn& signIn,
                       UrlOpener open, QObject* parent)
    : QObject(parent),
      m_theme(theme),
      m_settings(settings),
      m_window(window),
      m_local(local),
      m_signIn(signIn),
      m_open(std::move(open))
{
    connect(&local, &LocalBackend::stateChanged, this, &Connecting::onLocal);
    connect(&signIn, &SignIn::stateChanged, this, &Connecting::onSignIn);
    connect(&signIn, &SignIn::finished, this, [this](const console::SignInGrant& grant) {
        m_active = false;
        emit signedIn(grant, !m_mode                                   ? BackendKind::Server
                             : *m_mode == LocalBackend::Mode::Practice ? BackendKind::Practice
                                                                       : BackendKind::Embedded);
    });
}

void Connecting::showWelcome(const QString& notice)
{
    m_active = false;
    auto* page = new WelcomePage(m_theme, m_settings.lastBackend());
    page->setNotice(notice);
    connect(page, &WelcomePage::serverChosen, this, &Connecting::signInToServer, Qt::QueuedConnection);
    connect(
        page, &WelcomePage::practiceChosen, this, [this] { signInHere(LocalBackend::Mode::Practice); },
        Qt::QueuedConnection);
    connect(
        page, &WelcomePage::embeddedChosen, this,
        [this] {
            if (m_local.hasCredentials())
                signInHere(LocalBackend::Mode::Embedded);
            else
                showCredentials();
        },
        Qt::QueuedConnection);
    m_window.showPage(page);
}

void Connecting::showCredentials()
{
    m_active = false;
    m_credentials = new CredentialsPage(m_theme);
    connect(m_credentials, &CredentialsPage::appsPageWanted, this,
            [this] { (void)m_open(QUrl(QStringLiteral("https://api.slack.com/apps"))); });
    connect(
        m_credentials, &CredentialsPage::cancelled, this, [this] { showWelcome(); }, Qt::QueuedConnection);
    connect(
        m_credentials, &CredentialsPage::submitted, this,
        [this](const console::SlackAppCredentials& credentials) {
            const Result<> written = m_local.writeCredentials(credentials);
            if (written) {
                // One that runs already has read the old ones.
                m_local.stop();
                signInHere(LocalBackend::Mode::Embedded);
            } else if (m_credentials) {
                m_credentials->setProblem(written.error().message());
            }
        },
        Qt::QueuedConnection);
    m_window.showPage(m_credentials);
}

void Connecting::signInToServer(const QUrl& backend)
{
    m_mode.reset();
    m_server = backend;
    m_settings.setLastBackend(backend.toString());
    m_resuming = false;
    m_active = true;
    startSignIn(SignInIntent::Default);
}

void Connecting::signInHere(LocalBackend::Mode mode)
{
    m_mode = mode;
    m_resuming = false;
    startLocal();
}

void Connecting::resumeHere(LocalBackend::Mode mode)
{
    m_mode = mode;
    m_resuming = true;
    startLocal();
}

void Connecting::startLocal()
{
    m_active = true;
    if (m_local.mode() != *m_mode && m_local.state() != LocalBackend::State::Stopped)
        m_local.stop();
    if (m_local.state() == LocalBackend::State::Ready) {
        onLocal(LocalBackend::State::Ready);
        return;
    }
    m_local.start(*m_mode);
    if (m_active)
        show(viewOf(m_local));
}

void Connecting::startSignIn(SignInIntent intent)
{
    console::SignInRequest request;
    request.backend = m_mode ? m_local.url() : m_server;
    request.intent = intent;
    if (m_mode)
        request.launchSecret = m_local.launchSecret();
    m_signIn.start(request);
}

void Connecting::onLocal(LocalBackend::State state)
{
    // Once connected, what happens to the backend is the desk's to say.
    if (!m_active || !m_mode)
        return;
    if (state != LocalBackend::State::Ready) {
        show(viewOf(m_local));
    } else if (m_resuming) {
        m_active = false;
        emit localReady();
    } else {
        startSignIn(SignInIntent::Default);
    }
}

void Connecting::onSignIn(SignIn::State)
{
    if (!m_active)
        return;
    if (m_signIn.state() == SignIn::State::Failed && m_signIn.failure() == SignIn::Failure::Cancelled)
        showWelcome();
    else
        show(viewOf(m_signIn, m_mode.has_value()));
}

ProgressPage& Connecting::progressPage()
{
    if (!m_page) {
        m_page = new ProgressPage(m_theme);
        connect(m_page, &ProgressPage::actionTriggered, this, &Connecting::act, Qt::QueuedConnection);
        connect(m_page, &ProgressPage::cancelled, this, &Connecting::cancel, Qt::QueuedConnection);
        connect(
            m_page, &ProgressPage::secondTriggered, this, [this] { m_signIn.waitForApproval(); }, Qt::QueuedConnection);
        m_window.showPage(m_page);
    }
    return *m_page;
}

void Connecting::show(const ConnectView& view)
{
    m_action = view.action;
    progressPage().setContent(view.content);
}

void Connecting::act()
{
    switch (m_action) {
        case ConnectStep::None: return;
        case ConnectStep::OpenBrowser: m_signIn.openAgain(); return;
        case ConnectStep::EnterCredentials: showCredentials(); return;
        case ConnectStep::InstallAgain: startSignIn(SignInIntent::Install); return;
        case ConnectStep::GoBack: showWelcome(); return;
        case ConnectStep::TryAgain: break;
    }
    if (m_mode)
        startLocal();
    else
        signInToServer(m_server);
}

void Connecting::cancel()
{
    const bool failed = m_signIn.state() == SignIn::State::Failed;
    m_active = false;
    if (!failed)
        m_signIn.cancel();
    if (m_mode && m_local.state() != LocalBackend::State::Ready)
        m_local.stop();
    showWelcome();
}

}  // namespace refrain::ui
