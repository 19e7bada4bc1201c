#pragma once

#include "console/audit/auditreader.h"
#include "console/desk/desk.h"
#include "console/desk/desksetup.h"
#include "console/table/subjecttable.h"
#include "fakebackend.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>

namespace refrain::test {

/// A profile in a folder of its own and a backend with some people, for tests of the desk.
struct DeskFixture {
    QTemporaryDir folder;
    ManualClock clock;
    FixedRandom random;
    FakeBackend backend{clock};
    console::MemoryTokenStore tokens;
    std::unique_ptr<console::Accounts> accounts;
    std::unique_ptr<console::Desk> desk;
    console::DeskTiming timing{.firstRetryMs = 5, .longestRetryMs = 20, .pageSize = 7};
    std::vector<console::LocalChange> moves;  ///< Every changeUpdated, in order.

    explicit DeskFixture(int people = 30)
    {
        for (int i = 1; i <= people; ++i) {
            Subject subject;
            subject.id = SubjectId(QStringLiteral("U%1").arg(i, 7, 10, QLatin1Char('0')));
            subject.name = QStringLiteral("Person %1").arg(i);
            backend.addSubject(subject);
        }
        Subject channel;
        channel.id = SubjectId(QStringLiteral("C0000001"));
        channel.kind = SubjectKind::Channel;
        channel.name = QStringLiteral("general");
        backend.addSubject(channel);
        Category reminders;
        reminders.slug = CategorySlug(QStringLiteral("reminders"));
        reminders.title = QStringLiteral("Reminders");
        reminders.position = 1;
        backend.addCategory(reminders);
        Category security = reminders;
        security.slug = CategorySlug(QStringLiteral("security"));
        security.title = QStringLiteral("Security");
        security.required = true;
        security.position = 2;
        backend.addCategory(security);
    }

    /// Starts a desk; `fresh` straight after signing in, else as at a later start of the program.
    void start(bool fresh = true)
    {
        desk.reset();
        const auto profile = console::Profile::openIn(folder.path(), QStringLiteral("test"));
        accounts = std::make_unique<console::Accounts>(*profile, clock);
        (void)accounts->load();
        console::SignInGrant grant;
        grant.backend = QUrl(QStringLiteral("https://refrain.test"));
        grant.workspace = WorkspaceId(QStringLiteral("T1"));
        grant.workspaceName = QStringLiteral("Acme");
        grant.userId = QStringLiteral("U0000001");
        grant.role = backend.role();
        grant.accessToken = Secret("access-0");
        grant.refreshToken = Secret("refresh-0");
        grant.accessExpiresAt = clock.now() + 900'000;
        console::DeskSetup setup;
        setup.account = fresh ? accounts->signedIn(grant, console::BackendKind::Server) : *accounts->current();
        setup.accounts = accounts.get();
        setup.tokens = &tokens;
        if (fresh)
            setup.grant = grant;
        setup.clock = &clock;
        setup.random = &random;
        setup.zone = QTimeZone("Europe/Berlin");
        setup.transport = &backend;
        setup.timing = timing;
        desk = std::make_unique<console::Desk>(setup);
        QObject::connect(desk.get(), &console::Desk::changeUpdated, desk.get(),
                         [this](const console::LocalChange& change) { moves.push_back(change); });
        desk->start();
    }

    [[nodiscard]] console::Cell cell(const QString& subject, int column = 0) const
    {
        console::SubjectTable* table = desk->tableOf(SubjectId(subject));
        return table ? table->cell(table->rowOf(SubjectId(subject)), column) : console::Cell();
    }

    [[nodiscard]] static console::ChangeOrder order(const QString& subject, PreferenceState state)
    {
        console::ChangeOrder made;
        made.subject = SubjectId(subject);
        made.category = CategorySlug(QStringLiteral("reminders"));
        made.wish = console::Wish::toState(state);
        made.reason = QStringLiteral("Asked by phone");
        return made;
    }

    [[nodiscard]] bool has(console::ChangeStage stage) const
    {
        return std::any_of(moves.begin(), moves.end(),
                           [stage](const console::LocalChange& move) { return move.stage == stage; });
    }
};

}  // namespace refrain::test
