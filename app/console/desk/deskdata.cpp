#include "console/desk/deskdata.h"

#include "base/log.h"
#include "console/desk/numbers.h"
#include "console/desk/subjectdetail.h"

namespace refrain::console {

Desk::Data::Data(DeskSetup deskSetup)
    : setup(std::move(deskSetup)),
      engine(new Engine(setup)),
      people(*setup.clock),
      channels(*setup.clock),
      changes(people, channels),
      views(setup.accounts->profile().viewsFile(setup.account.id)),
      drafts(setup.accounts->profile().draftsFile(setup.account.id)),
      viewCounts(views, people, channels),
      audit(*engine),
      calls(*engine),
      approvals(calls)
{
    if (const auto read = views.load(); !read)
        qCWarning(log::console) << read.error().toString();
    workspace.id = setup.account.workspace.toString();
    workspace.name = setup.account.workspaceName;
    workspace.backend = setup.account.backend;
    workspace.userId = setup.account.userId;
    workspace.userName = setup.account.userName;
    engine->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, engine, &QObject::deleteLater);
}

void Desk::Data::connectTo(Desk& desk)
{
    connect(engine, &Engine::tablesChanged, &desk, [this, &desk](const std::shared_ptr<const TableBatch>& batch) {
        slices.add([this, &desk, batch] { apply(desk, *batch); });
    });
    connectChanges(desk);
    connectStates(desk);
    silence.setInterval(60 * 60'000);
    connect(&silence, &QTimer::timeout, &desk, [this, &desk] {
        const Account* account = setup.accounts->find(setup.account.id);
        if (account && setup.clock->now() - account->lastContact > Accounts::longestSilence) {
            engine->post([](Engine& e) { e.close(); });
            wipe(desk,
                 tr("There was no contact with the backend for 7 days, so people are no longer kept here. Sign in "
                    "again; changes that wait are kept."));
        }
    });
    silence.start();
}

void Desk::Data::connectChanges(Desk& desk)
{
    connect(engine, &Engine::outboxRead, &desk, [this, &desk](const std::vector<LocalChange>& read) {
        slices.add([this, &desk, read] {
            for (const LocalChange& change : read)
                changes.take(change);
            emit desk.outboxChanged();
            emit desk.statusChanged();
        });
    });
    connect(engine, &Engine::changeMoved, &desk, [this, &desk](const LocalChange& change) {
        slices.add([this, &desk, change] {
            changes.take(change);
            // Told once, then gone from the list.
            if (change.withdrawn)
                changes.remove(change.id);
            desk.tell(change);
        });
    });
}

void Desk::Data::connectStates(Desk& desk)
{
    connect(engine, &Engine::progressChanged, &desk, [this, &desk](const LoadProgress& news) {
        slices.add([this, &desk, news] {
            progress = news;
            emit desk.progressChanged(progress);
            emit desk.statusChanged();
        });
    });
    connect(engine, &Engine::connectionChanged, &desk, [this, &desk](const ConnectionState& news) {
        connection = news;
        if (connection.kind == ConnectionState::Kind::Online)
            approvals.watch();
        else
            approvals.pause();
        emit desk.connectionChanged(connection);
        emit desk.statusChanged();
    });
    connect(&approvals, &Approvals::changed, &desk, &Desk::statusChanged);
    connect(engine, &Engine::workspaceRead, &desk, [this, &desk](const WorkspaceInfo& info) {
        workspace = info;
        setup.accounts->rename(setup.account.id, info.name, info.userName);
        emit desk.workspaceChanged(workspace);
    });
    connect(engine, &Engine::exchangesRead, &desk, [this, &desk](const std::vector<Exchange>& news) {
        exchanges = news;
        emit desk.exchangesChanged();
    });
    connect(engine, &Engine::agreementChanged, &desk, [this, &desk](const Agreement& news) {
        agreement = news;
        emit desk.agreementChanged(agreement);
        emit desk.statusChanged();
    });
    connect(engine, &Engine::logStateChanged, &desk, [this, &desk](const LogState& news) {
        log = news;
        emit desk.statusChanged();
    });
    connect(engine, &Engine::refreshTokenChanged, &desk, [this, &desk](const Secret& token) {
        setup.tokens->write(setup.account.id, token, &desk, [](const Result<>&) {});
    });
    connect(engine, &Engine::contacted, &desk, [this](qint64 at) { setup.accounts->contacted(setup.account.id, at); });
    connect(engine, &Engine::sessionEnded, &desk, [this, &desk](const QString& sentence) { wipe(desk, sentence); });
}

void Desk::Data::apply(Desk& desk, const TableBatch& batch)
{
    // What was on its way to tables that were wiped since belongs to nobody here.
    isWiped = isWiped && !batch.reset;
    if (isWiped)
        return;
    if (batch.reset) {
        people.reset();
        channels.reset();
    }
    if (batch.categories) {
        allCategories = *batch.categories;
        people.setCategories(allCategories);
        channels.setCategories(allCategories);
        emit desk.categoriesChanged();
    }
    if (batch.peopleBlock)
        people.apply(*batch.peopleBlock);
    if (batch.channelBlock)
        channels.apply(*batch.channelBlock);
    if (!batch.people.empty())
        people.apply(batch.people);
    if (!batch.channels.empty())
        channels.apply(batch.channels);
    if (!batch.choices.empty()) {
        people.apply(batch.choices);
        channels.apply(batch.choices);
    }
    // Rows that came back (or came at last) show what waits for them.
    const bool hasRows = batch.peopleBlock || batch.channelBlock || !batch.people.empty() || !batch.channels.empty();
    if (batch.reset || batch.categories || hasRows)
        changes.redraw();
}

QFuture<Result<Category>> Desk::Data::askCategories(const SendCategory& send)
{
    const auto promise = std::make_shared<QPromise<Result<Category>>>();
    promise->start();
    const auto answer = [promise](const Result<Category>& category) {
        promise->addResult(category);
        promise->finish();
    };
    if (workspace.role != Role::Admin)
        answer(Error::forbidden(tr("Only admins of this workspace's Refrain may change its categories.")));
    else
        engine->post([send, answer](Engine& e) {
            if (e.work())
                send(e.work()->categories, answer);
            else
                answer(Error::unavailable(tr("Sign in again to change categories.")));
        });
    return promise->future();
}

void Desk::Data::wipe(Desk& desk, const QString& sentence)
{
    slices.clear();
    isWiped = true;
    people.reset();
    channels.reset();
    setup.tokens->remove(setup.account.id, &desk, [](const Result<>&) {});
    setup.accounts->signedOut(setup.account.id);
    connection = {ConnectionState::Kind::SessionEnded, setup.clock->now(), sentence};
    emit desk.connectionChanged(connection);
    emit desk.statusChanged();
}

std::vector<StatusSentence> Desk::Data::alarms(int refused) const
{
    using Tone = StatusSentence::Tone;
    using About = StatusSentence::About;
    std::vector<StatusSentence> sentences;
    if (log.kind == LogState::Kind::Rewritten)
        sentences.push_back({Tone::Danger, log.sentence, About::Log});
    if (connection.kind == ConnectionState::Kind::SessionEnded)
        sentences.push_back({Tone::Danger, tr("You are signed out.")});
    if (refused > 0)
        sentences.push_back({Tone::Danger, tr("%1 change(s) were not applied", nullptr, refused).arg(grouped(refused)),
                             About::Exchanges});
    if (agreement.kind == Agreement::Kind::Disagree)
        sentences.push_back({Tone::Danger, tr("Console and backend disagree"), About::Exchanges});
    return sentences;
}

std::vector<StatusSentence> Desk::Data::summary() const
{
    using Tone = StatusSentence::Tone;
    using About = StatusSentence::About;
    int waiting = 0;
    int refused = 0;
    for (const LocalChange& change : changes.listed())
        ++(change.isOpen() ? waiting : refused);
    std::vector<StatusSentence> sentences = alarms(refused);
    if (connection.kind == ConnectionState::Kind::Offline) {
        const QString since =
            Wording(setup.zone).moment(connection.since.value_or(setup.clock->now()), setup.clock->now());
        sentences.push_back({Tone::Waiting, tr("No contact with the backend since %1").arg(since), About::Exchanges});
    }
    if (waiting > 0)
        sentences.push_back({Tone::Waiting,
                             tr("%1 change(s) wait here, not yet in force", nullptr, waiting).arg(grouped(waiting)),
                             About::Exchanges});
    if (const int count = int(approvals.forMe()); count > 0)
        sentences.push_back({Tone::Waiting,
                             tr("%1 request(s) wait for your approval", nullptr, count).arg(grouped(count)),
                             About::Approvals});
    if (connection.kind == ConnectionState::Kind::Connecting)
        sentences.push_back({Tone::Calm, tr("Connecting")});
    if (progress.stage == LoadProgress::Stage::FirstSync)
        sentences.push_back(
            progress.stopped
                ? StatusSentence{Tone::Waiting, tr("The directory is not complete: fetching stopped"), About::Exchanges}
                : StatusSentence{Tone::Calm, tr("The directory is being fetched"), About::Exchanges});
    if (!setup.tokens->isLasting())
        sentences.push_back({Tone::Calm, tr("Signed in until you quit")});
    const bool isCalm = sentences.empty() || sentences.front().tone == Tone::Calm;
    if (agreement.kind != Agreement::Kind::Disagree)
        sentences.push_back(agreementSentence(isCalm));
    return sentences;
}

/// Green only while the backend answers: what it held at the last check says nothing about now.
StatusSentence Desk::Data::agreementSentence(bool isCalm) const
{
    using Tone = StatusSentence::Tone;
    using About = StatusSentence::About;
    const Wording words(setup.zone);
    const Millis now = setup.clock->now();
    if (connection.kind != ConnectionState::Kind::Online)
        return {Tone::Calm,
                agreement.agreedAt
                    ? tr("Console and backend last agreed at %1").arg(words.moment(*agreement.agreedAt, now))
                    : tr("Not compared with the backend yet"),
                About::Exchanges};
    if (agreement.kind != Agreement::Kind::Agree || !agreement.checkedAt)
        return {Tone::Calm,
                agreement.kind == Agreement::Kind::Checking ? tr("Comparing with the backend")
                                                            : tr("Not compared with the backend yet"),
                About::Exchanges};
    const QString checked = words.moment(*agreement.checkedAt, now);
    return {isCalm ? Tone::Good : Tone::Calm,
            isCalm ? tr("Console and backend agree, checked %1").arg(checked)
                   : tr("Console and backend agree otherwise, checked %1").arg(checked),
            About::Exchanges};
}

}  // namespace refrain::console
