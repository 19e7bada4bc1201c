#pragma once

#include "console/accounts/accounts.h"
#include "console/desk/desk.h"
#include "console/desk/desksetup.h"
#include "console/local/localbackend.h"
#include "console/signin/signin.h"
#include "net/qttransport.h"
#include "tests/console/redirectbrowser.h"
#include "tests/support/patience.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace refrain::test {

/// The console's engine over the real programs: the practice Slack and refraind, in a folder of its own.
struct LiveDesk {
    QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    net::QtTransport transport;
    console::MemoryTokenStore tokens;
    std::unique_ptr<console::Profile> profile;
    std::unique_ptr<console::Accounts> accounts;
    std::unique_ptr<console::LocalBackend> local;
    std::unique_ptr<console::Desk> desk;
    console::SignInGrant grant;  ///< Of whoever signs in; startDesk() needs it.

    ~LiveDesk()
    {
        desk.reset();
        local.reset();
    }

    /// Starts both programs from `binaries`; false where one is missing or did not start.
    [[nodiscard]] bool startPrograms(const QByteArray& binaries, const QByteArray& sandboxArguments)
    {
        qputenv("PATH", binaries + ':' + qgetenv("PATH"));
        qputenv("REFRAIN_SANDBOX_ARGS", sandboxArguments);
        const auto opened = console::Profile::openIn(folder.path(), QStringLiteral("practice"));
        if (!opened)
            return false;
        profile = std::make_unique<console::Profile>(*opened);
        accounts = std::make_unique<console::Accounts>(*profile, clock);
        local = std::make_unique<console::LocalBackend>(*profile, random);
        return accounts->load().ok() && startLocal();
    }

    [[nodiscard]] bool startLocal()
    {
        local->start(console::LocalBackend::Mode::Practice);
        return QTest::qWaitFor([this] { return local->state() == console::LocalBackend::State::Ready; }, patience);
    }

    /// Signs in as whoever the practice Slack says; the grant is kept for startDesk().
    [[nodiscard]] bool signIn(RedirectBrowser& browser)
    {
        using console::SignIn;
        SignIn signing(transport, random, clock, [&browser](const QUrl& url) {
            browser.open(url);
            return true;
        });
        QObject::connect(&signing, &SignIn::finished, &signing,
                         [this](const console::SignInGrant& given) { grant = given; });
        console::SignInRequest request;
        request.backend = local->url();
        request.launchSecret = local->launchSecret();
        signing.start(request);
        const auto ended = [&] {  // The browser's last page comes from here too.
            return signing.state() == SignIn::State::Failed ||
                   (signing.state() == SignIn::State::Succeeded && browser.lastStatus == 200);
        };
        const bool inTime = QTest::qWaitFor(ended, patience);
        if (signing.state() != SignIn::State::Succeeded)
            qWarning() << signing.sentence() << signing.details() << browser.lastStatus << browser.lastPage.left(600);
        return inTime && signing.state() == SignIn::State::Succeeded;
    }

    /// `fresh`: straight after signing in; else as at a later start of the program. `context` is whom `updated` is told
    /// of every change's steps for.
    template <class Updated>
    void startDesk(bool fresh, QObject* context, Updated updated)
    {
        console::DeskSetup setup;
        setup.account = fresh ? accounts->signedIn(grant, console::BackendKind::Practice) : *accounts->current();
        setup.account.backend = local->url();
        setup.accounts = accounts.get();
        setup.tokens = &tokens;
        if (fresh)
            setup.grant = grant;
        setup.launchSecret = local->launchSecret();
        setup.clock = &clock;
        setup.random = &random;
        setup.zone = QTimeZone::utc();
        setup.transport = &transport;
        desk = std::make_unique<console::Desk>(setup);
        QObject::connect(desk.get(), &console::Desk::changeUpdated, context, updated);
        desk->follow(*local);
        desk->start();
    }
};

}  // namespace refrain::test
