#include "console/accounts/accounts.h"
#include "console/audit/auditreader.h"
#include "console/desk/desk.h"
#include "console/desk/desksetup.h"
#include "console/table/subjecttable.h"
#include "net/qttransport.h"
#include "tests/integration/filetokenstore.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QTimer>

#include <cstdio>

using namespace refrain;
using namespace refrain::console;

namespace {

/// One line of tab-separated parts, out of this process before the call returns.
void say(const QStringList& parts)
{
    const QByteArray line = parts.join(QLatin1Char('\t')).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout);
}

QString nameOf(ChangeStage stage)
{
    switch (stage) {
        case ChangeStage::Shown: return QStringLiteral("shown");
        case ChangeStage::Waiting: return QStringLiteral("waiting");
        case ChangeStage::Confirmed: return QStringLiteral("confirmed");
        case ChangeStage::Refused: return QStringLiteral("refused");
        case ChangeStage::Failed: return QStringLiteral("failed");
    }
    return {};
}

void sayStep(const LocalChange& change)
{
    say({QStringLiteral("step"), change.order.reason, change.id.toString(), nameOf(change.stage), change.sentence});
}

/// A console without windows: signs in once, changes one thing after the other until it is killed; or, to end with,
/// lets the outbox drain and says whether all agrees.
class DeskWriter : public QObject {
public:
    DeskWriter(Profile profile, const QUrl& backend, quint32 run, bool drains)
        : m_accounts(std::move(profile), m_clock),
          m_tokens(m_accounts.profile().backendDir()),
          m_backend(backend),
          m_dice(run),
          m_run(run),
          m_drains(drains)
    {
        m_tick.setInterval(4);
        connect(&m_tick, &QTimer::timeout, this, [this] { m_drains ? finish() : change(); });
    }

    [[nodiscard]] bool start()
    {
        if (!m_accounts.load())
            return false;
        if (const auto account = m_accounts.current()) {
            startDesk(*account, std::nullopt);
            return true;
        }
        connect(&m_signIn, &SignIn::finished, this, [this](const SignInGrant& grant) {
            startDesk(m_accounts.signedIn(grant, BackendKind::Server), grant);
        });
        connect(&m_signIn, &SignIn::stateChanged, this, [this](SignIn::State state) {
            if (state == SignIn::State::Failed)
                say({QStringLiteral("failed"), m_signIn.sentence(), m_signIn.details()});
        });
        SignInRequest request;
        request.backend = m_backend;
        m_signIn.start(request);
        return true;
    }

private:
    SystemClock m_clock;
    SystemRandom m_random;
    net::QtTransport m_transport;
    QNetworkAccessManager m_browser;
    SignIn m_signIn{m_transport, m_random, m_clock, [this](const QUrl& url) {
                        m_browser.get(QNetworkRequest(url));
                        return true;
                    }};
    Accounts m_accounts;
    test::FileTokenStore m_tokens;
    QUrl m_backend;
    QRandomGenerator m_dice;
    quint32 m_run;
    bool m_drains;
    int m_number = 0;
    bool m_agrees = false;
    ChangeOrder m_last;
    QTimer m_tick;
    std::unique_ptr<Desk> m_desk;

    void startDesk(const Account& account, const std::optional<SignInGrant>& grant)
    {
        DeskSetup setup;
        setup.account = account;
        setup.accounts = &m_accounts;
        setup.tokens = &m_tokens;
        setup.grant = grant;
        setup.clock = &m_clock;
        setup.random = &m_random;
        setup.zone = QTimeZone::utc();
        setup.transport = &m_transport;
        setup.timing.firstRetryMs = 20;
        setup.timing.longestRetryMs = 300;
        setup.timing.pollSeconds = 5;
        m_desk = std::make_unique<Desk>(setup);
        connect(m_desk.get(), &Desk::changeUpdated, this, &sayStep);
        connect(m_desk.get(), &Desk::connectionChanged, this, [](const ConnectionState& state) {
            if (state.kind == ConnectionState::Kind::SessionEnded)
                say({QStringLiteral("failed"), state.sentence});
        });
        connect(m_desk.get(), &Desk::outboxChanged, this, [this] {
            if (m_tick.isActive())
                return;
            // Read from disk: what waits there was promised, even if the last run was killed before it could say so.
            for (const LocalChange& change : m_desk->outbox())
                sayStep(change);
            m_tick.start();
        });
        say({QStringLiteral("workspace"), account.workspace.toString()});
        m_desk->start();
    }

    /// Any of a few cells, so that changes meet; one in four follows at once upon the one before.
    void change()
    {
        const SubjectTable& people = m_desk->people();
        if (people.rowCount() == 0 || !m_desk->mayChange() || m_desk->outbox().size() > 12)
            return;
        ChangeOrder order = m_last;
        if (order.subject.isEmpty() || m_dice.bounded(4) > 0) {
            order.subject = people.id(int(m_dice.bounded(std::min(people.rowCount(), 25))));
            const auto& categories = m_desk->categories();
            const auto pick = size_t(m_dice.bounded(int(categories.size()) + 1));
            order.category = pick < categories.size() ? categories[pick].slug : everyCategory();
        }
        const Category* category = m_desk->category(order.category);
        if (category && category->required)
            return;
        const PreferenceState state = order.category == everyCategory() && m_dice.bounded(2) > 0
                                          ? PreferenceState::OptedOut
                                          : PreferenceState(m_dice.bounded(3));
        order.wish = Wish::toState(state);
        order.reason = QStringLiteral("run %1 change %2").arg(m_run).arg(++m_number);
        m_last = order;
        say({QStringLiteral("asked"), order.reason, order.subject.toString(), order.category.toString(),
             toString(state)});
        if (const auto made = m_desk->change(order); !made)
            say({QStringLiteral("declined"), order.reason, made.error().message()});
    }

    void finish()
    {
        const Agreement::Kind agreement = m_desk->agreement().kind;
        if (!m_desk->outbox().empty() || agreement == Agreement::Kind::Checking)
            return;
        if (!m_agrees) {
            // Only a check that began with an empty outbox counts.
            m_agrees = true;
            m_desk->checkAgreement();
            m_desk->audit().verify();
            m_tick.setInterval(300);
            return;
        }
        const LogState& log = m_desk->audit().state();
        if (agreement == Agreement::Kind::Unknown)
            m_desk->checkAgreement();
        if (agreement == Agreement::Kind::Unknown || log.kind == LogState::Kind::Checking)
            return;
        say({agreement == Agreement::Kind::Agree ? QStringLiteral("agree") : QStringLiteral("failed"),
             m_desk->agreement().sentence});
        say({log.kind == LogState::Kind::Verified ? QStringLiteral("verified") : QStringLiteral("failed"),
             log.sentence});
        m_tick.stop();
        QCoreApplication::quit();
    }
};

}  // namespace

/// deskwriter FOLDER BACKEND RUN [drain]
int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 4)
        return 2;
    const auto profile = Profile::openIn(arguments[1], QStringLiteral("killed"));
    if (!profile)
        return 1;
    DeskWriter writer(*profile, QUrl(arguments[2]), arguments[3].toUInt(), arguments.size() > 4);
    return writer.start() ? QCoreApplication::exec() : 1;
}
