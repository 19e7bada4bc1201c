#include "console/engine/engine.h"

#include "base/log.h"
#include "console/accounts/profile.h"
#include "console/desk/numbers.h"
#include "console/engine/cachereader.h"

#include <algorithm>
#include <utility>

namespace refrain::console {

Engine::Engine(const DeskSetup& setup)
    : m_setup(setup), m_openError(Error::internal({})), m_agreementTimer(this), m_auditTimer(this), m_recheckTimer(this)
{
    m_recheckTimer.setSingleShot(true);
}

Engine::~Engine() = default;

void Engine::open()
{
    m_lastContact = m_setup.account.lastContact;
    m_session = std::make_unique<Session>(*m_setup.transport, *m_setup.clock);
    m_session->setBackend(m_setup.account.backend, m_setup.launchSecret);
    m_api = std::make_unique<Api>(*m_setup.transport, *m_session);
    m_api->setWorkspace(m_setup.account.workspace);
    m_pulse = std::make_unique<Pulse>(*m_setup.transport, *m_session, m_setup.timing.pulseMs);
    connectSession();
    connectPulse();

    const Profile& profile = m_setup.accounts->profile();
    auto cache = CacheStore::open(profile.cacheFile(m_setup.account.id));
    auto outbox = OutboxStore::open(profile.outboxFile(), m_setup.account.id);
    if (!cache || !outbox) {
        m_openError = cache ? outbox.error() : cache.error();
        qCCritical(log::console) << m_openError.toString();
        enterOffline(m_openError.message());
        return;
    }
    m_work = std::make_unique<EngineWork>(m_setup, *m_api, std::move(cache).value(), std::move(outbox).value());
    connectWork();
    readCache();
    readOutbox();
    m_work->workspace.start();
}

void Engine::connectSession()
{
    connect(m_session.get(), &Session::refreshTokenChanged, this, &Engine::refreshTokenChanged);
    connect(m_session.get(), &Session::identified, this, [this](Role role, const QString& id, const QString& name) {
        if (m_work)
            m_work->workspace.identify(role, id, name);
    });
    // Queued: whoever ended the session is still on the stack, and goes away with it.
    connect(m_session.get(), &Session::ended, this, &Engine::end, Qt::QueuedConnection);
    connect(m_api.get(), &Api::reachable, this, [this] {
        m_lastContact = m_setup.clock->now();
        m_pulse->heard();
        emit contacted(m_lastContact);
        if (m_connection.kind != ConnectionState::Kind::Online)
            enter({ConnectionState::Kind::Online, std::nullopt, {}});
    });
    connect(m_api.get(), &Api::unreachable, this, [this](const Error& error) {
        if (m_connection.kind == ConnectionState::Kind::Offline)
            return;
        enterOffline(
            tr("The backend cannot be reached. You can go on: changes are saved here and go out by themselves. %1")
                .arg(error.message()));
    });
}

void Engine::connectPulse()
{
    connect(m_pulse.get(), &Pulse::silent, m_api.get(), &Api::unreachable);
    connect(m_pulse.get(), &Pulse::alive, this, [this] {
        if (m_connection.kind == ConnectionState::Kind::Online)
            m_lastContact = m_setup.clock->now();
        else if (m_work)
            m_work->workspace.readWorkspace();  // Only the answer to a question proper is contact.
    });
}

void Engine::connectWork()
{
    EngineWork& work = *m_work;
    connect(&work.workspace, &WorkspaceReader::workspaceRead, this, [this](const WorkspaceInfo& info) {
        emit workspaceRead(info);
        if (!m_following)
            return;
        m_work->log.verify(info.auditKey);
        if (m_work->agreement.state().kind == Agreement::Kind::Unknown)
            compareOnceRead();
    });
    connect(&work.workspace, &WorkspaceReader::exchangesRead, this, &Engine::exchangesRead);
    connect(&work.sync, &DirectorySync::pageStored, this, &Engine::pass);
    connect(&work.sync, &DirectorySync::progressed, this, [this](qint64 subjects) {
        const WorkspaceInfo& info = m_work->workspace.info();
        m_progress.done = subjects;
        m_progress.total = info.people + info.channels;
        emit progressChanged(m_progress);
    });
    connect(&work.sync, &DirectorySync::finished, this, [this](qint64 seq, bool swept) {
        if (swept)
            readCache();
        m_progress = {LoadProgress::Stage::Done};
        emit progressChanged(m_progress);
        m_work->workspace.readWorkspace();
        m_work->workspace.journalGrew();
        m_work->feed.start(seq);
    });
    connect(&work.feed, &ChangeFeed::pageStored, this, [this](const std::shared_ptr<const TableBatch>& batch) {
        pass(batch);
        if (!m_following)
            caughtUp();
    });
    connect(&work.feed, &ChangeFeed::brought, &work.feedJournal, &FeedJournal::add);
    connect(&work.feed, &ChangeFeed::brought, this, [this](const FeedNews& news) {
        if (news.choices > 0 && !m_recheckTimer.isActive())
            m_recheckTimer.start(m_setup.timing.recheckMs);
    });
    connect(&m_recheckTimer, &QTimer::timeout, &work.agreement, &AgreementCheck::recheck);
    connect(&work.feedJournal, &FeedJournal::written, &work.workspace, &WorkspaceReader::journalGrew);
    connect(&work.categories, &CategorySender::stored, &work.feedJournal, &FeedJournal::dropOwnCategory);
    connect(&work.categories, &CategorySender::journaled, &work.workspace, &WorkspaceReader::journalGrew);
    connect(&work.feed, &ChangeFeed::resyncNeeded, this, [this] { startSync(); });
    connect(&work.feed, &ChangeFeed::subjectErased, this, &Engine::readCache);
    connect(&work.feed, &ChangeFeed::workspaceTouched, this, [this] { m_work->workspace.readWorkspace(); });
    const auto broken = [this](const Error& error) { enterOffline(error.message()); };
    connect(&work.sync, &DirectorySync::failed, this, broken);
    connect(&work.feed, &ChangeFeed::failed, this, broken);
    connect(&work.sender, &OutboxSender::moved, this, [this](const LocalChange& change) {
        emit changeMoved(change);
        if (change.stage == ChangeStage::Confirmed && !m_recheckTimer.isActive())
            m_recheckTimer.start(m_setup.timing.recheckMs);
        m_work->workspace.journalGrew();
    });
    connect(&work.sender, &OutboxSender::learned, this, &Engine::learned);
    connect(&work.subjects, &SubjectReader::learned, this, &Engine::learned);
    connect(&work.categories, &CategorySender::stored, this, [this] {
        auto batch = std::make_shared<TableBatch>();
        batch->categories = m_work->cache->categories().valueOr({});
        pass(batch);
    });
    connect(&work.agreement, &AgreementCheck::learned, this, &Engine::learned);
    connect(&work.agreement, &AgreementCheck::stateChanged, this, [this](const Agreement& agreement) {
        emit agreementChanged(agreement);
        m_work->workspace.journalGrew();
    });
    connect(&work.log, &LogVerifier::stateChanged, this, &Engine::logStateChanged);
    connect(&m_agreementTimer, &QTimer::timeout, this, [this] {
        if (m_connection.kind == ConnectionState::Kind::Online)
            m_work->agreement.check();
    });
    connect(&m_auditTimer, &QTimer::timeout, &work.workspace, &WorkspaceReader::readWorkspace);
    connect(&m_auditTimer, &QTimer::timeout, &work.workspace, &WorkspaceReader::readExchanges);
}

void Engine::readCache()
{
    CacheReader reader(*m_work->cache, [this](const std::shared_ptr<TableBatch>& batch) {
        batch->place = m_flow.take();
        emit tablesChanged(batch);
    });
    const Result<qint64> read = reader.read();
    if (!read)
        qCWarning(log::console) << "the cache cannot be read whole:" << read.error().toString();
    const qint64 done = read.valueOr(0);
    const bool complete = DirectorySync::finishedAt(*m_work->cache).valueOr(-1) >= 0;
    m_progress = {complete ? LoadProgress::Stage::Done : LoadProgress::Stage::FirstSync, done, complete ? done : 0};
    emit progressChanged(m_progress);
    emit agreementChanged(m_work->agreement.state());
}

void Engine::readOutbox()
{
    std::vector<LocalChange> changes;
    const auto rows = m_work->outbox->all();
    if (!rows)
        qCCritical(log::console) << "the outbox cannot be read:" << rows.error().toString();
    else
        for (const OutboxRow& row : *rows)
            changes.push_back(row.change);
    emit outboxRead(changes);
}

void Engine::begin(const SignInGrant& grant)
{
    m_session->begin(grant);
    if (m_work)
        m_work->workspace.identify(grant.role, grant.userId, grant.userName);
    follow();
}

void Engine::begin(const Secret& refreshToken)
{
    m_session->begin(refreshToken);
    follow();
}

void Engine::setBackend(const QUrl& backend, const Secret& launchSecret)
{
    m_session->setBackend(backend, launchSecret);
    if (m_work && m_session->isActive()) {
        m_work->feed.hurry();
        m_work->sender.retryNow();
    }
}

void Engine::setBackendAway()
{
    m_session->setAway();
    if (m_session->isActive())
        emit m_api->unreachable(Session::awayError());
}

void Engine::follow()
{
    if (!m_work)
        return;
    m_pulse->start();
    m_work->workspace.readWorkspace();
    m_work->workspace.readExchanges();
    const qint64 seq = DirectorySync::finishedAt(*m_work->cache).valueOr(-1);
    if (seq >= 0)
        m_work->feed.start(seq);
    else
        startSync();
    m_work->sender.kick();
}

void Engine::startSync()
{
    m_work->sync.start();
    m_progress = {LoadProgress::Stage::FirstSync, m_work->sync.read(), m_progress.total};
    m_progress.startedAt = m_setup.clock->now();
    m_progress.startedWith = m_progress.done;
    emit progressChanged(m_progress);
}

void Engine::stopSync()
{
    if (!m_work || !m_work->sync.isRunning())
        return;
    m_work->sync.stop();
    m_progress.stopped = true;
    emit progressChanged(m_progress);
}

void Engine::continueSync()
{
    if (m_work && m_progress.stopped)
        startSync();
}

void Engine::caughtUp()
{
    m_following = true;
    compareOnceRead();
    m_work->log.verify(m_work->workspace.info().auditKey);
    m_agreementTimer.start(m_setup.timing.agreementMs);
    m_auditTimer.start(m_setup.timing.auditMs);
}

/// Two empty stores agree about nothing: the first comparison waits until the backend has read its directory once.
void Engine::compareOnceRead()
{
    if (m_work->workspace.info().directorySyncedAt)
        m_work->agreement.check();
}

void Engine::pass(const std::shared_ptr<const TableBatch>& batch)
{
    if (!batch->isEmpty())
        emit tablesChanged(batch);
}

void Engine::learned(const Preference& preference)
{
    auto batch = std::make_shared<TableBatch>();
    batch->choices.push_back(PackedChoice::of(preference));
    emit tablesChanged(batch);
}

void Engine::signOut()
{
    const auto rows = m_work ? m_work->outbox->all() : Result<std::vector<OutboxRow>>(m_openError);
    const int waiting =
        rows ? int(std::count_if(rows->begin(), rows->end(), [](const OutboxRow& row) { return row.change.isOpen(); }))
             : 0;
    // Who wants to leave is not kept waiting for a backend that is away.
    m_session->revoke(this, hasContact() ? 4'000 : 1'000, [this, waiting](bool told) {
        QStringList words{told ? tr("You signed out.")
                               : tr("You signed out here. The backend could not be told, so that it knows this "
                                    "sign-in until it expires.")};
        if (waiting > 0)
            words << tr("%1 change(s) wait here and go out when you sign in again.", nullptr, waiting)
                         .arg(grouped(waiting));
        end(words.join(u' '));
    });
}

void Engine::enter(const ConnectionState& state)
{
    const bool wasOffline = m_connection.kind == ConnectionState::Kind::Offline;
    m_connection = state;
    emit connectionChanged(state);
    if (state.kind != ConnectionState::Kind::Online || !m_work)
        return;
    m_work->sender.retryNow();
    m_work->feed.hurry();
    // What was true before the absence need not be so after it.
    if (wasOffline && m_following) {
        m_work->agreement.check();
        m_work->workspace.readWorkspace();
    }
}

void Engine::enterOffline(const QString& sentence)
{
    enter({ConnectionState::Kind::Offline, m_lastContact > 0 ? m_lastContact : m_setup.clock->now(), sentence});
}

void Engine::end(const QString& sentence)
{
    close();
    m_connection = {ConnectionState::Kind::SessionEnded, m_setup.clock->now(), sentence};
    emit sessionEnded(sentence);
}

void Engine::close()
{
    m_agreementTimer.stop();
    m_auditTimer.stop();
    m_recheckTimer.stop();
    if (m_pulse)
        m_pulse->stop();
    m_following = false;
    m_work.reset();
}

}  // namespace refrain::console
