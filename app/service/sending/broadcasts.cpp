#include "service/sending/broadcasts.h"

#include "base/log.h"
#include "service/sending/message.h"

#include <deque>

namespace refrain::service {
namespace {

using std::chrono::milliseconds;
using Kind = PostOutcome::Kind;
using Step = RecipientGate::Claim::Step;

constexpr int threads = 8;
constexpr int queueLimit = 100'000;
constexpr int threadsOfOne = 4;  // one long broadcast leaves room for others
constexpr int readAhead = 200;
constexpr int mostTries = 8;  // of an address that cannot be reached: a minute and a half in all
constexpr milliseconds shortPause{1'000};
constexpr milliseconds longPause{10'000};
constexpr milliseconds longestPause{32'000};
constexpr milliseconds courtesy{250};
constexpr net::RateBudget::Rate perChannel{60, 1};  // Slack: one message a second and channel

RecipientOutcome recipientOutcome(Kind kind)
{
    switch (kind) {
        case Kind::Sent: return RecipientOutcome::Sent;
        case Kind::Failed:
        case Kind::Dead:
        case Kind::NotSent: return RecipientOutcome::Failed;
        case Kind::SlackAway:
        case Kind::TokenDead: return RecipientOutcome::Queued;
        case Kind::Uncertain: break;
    }
    return RecipientOutcome::Uncertain;
}

QString nameOf(const store::NotificationKey& key)
{
    return key.workspace.toString() + QLatin1Char('/') + key.id;
}

}  // namespace

/// One notification while it is being sent.
struct Broadcasts::Run {
    store::NotificationKey key;
    Notification notification;
    int workers = 0;     // with the next two, guarded by the mutex of Broadcasts
    int posting = 0;     // of the workers: between decision and outcome
    bool again = false;  // somebody asked to go on while the last worker was leaving
    std::mutex mutex;    // guards what follows
    std::deque<NotificationRecipient> waiting;
    qint64 read = 0;              // the last position that was read from the table
    std::map<qint64, int> tries;  // in vain, by position
    bool stopped = false;
};

Broadcasts::Broadcasts(const Parts& parts)
    : m_parts(parts),
      m_gate({parts.pool, parts.vault, parts.decider, parts.clock}),
      m_channels(parts.clock),
      m_tasks(threads, queueLimit)
{
}

Broadcasts::~Broadcasts() = default;

void Broadcasts::resumeAll()
{
    const Result<std::vector<store::NotificationKey>> unfinished =
        m_parts.pool.write<std::vector<store::NotificationKey>>(
            [&](store::Database& database) -> Result<std::vector<store::NotificationKey>> {
                store::NotificationStore notifications(database);
                const Result<qint64> settled = notifications.settleInterrupted(m_parts.clock.now());
                if (!settled)
                    return settled.error();
                return notifications.unfinished();
            });
    if (!unfinished)
        return report(unfinished.error());
    for (const store::NotificationKey& key : *unfinished)
        start(key);
}

void Broadcasts::start(const store::NotificationKey& key)
{
    const auto begun = m_parts.pool.write<std::optional<Notification>>(
        [&](store::Database& database) -> Result<std::optional<Notification>> {
            store::NotificationStore notifications(database);
            auto found = notifications.find(key);
            if (found && *found && (*found)->state == NotificationState::Queued) {
                if (Result<> done = notifications.setState(key, NotificationState::Sending, {}, std::nullopt); !done)
                    return done.error();
            }
            return found;
        });
    if (!begun)
        return report(begun.error());
    if (!*begun)
        return;
    const std::lock_guard lock(m_mutex);
    if (m_draining)
        return;
    RunPtr& run = m_runs[nameOf(key)];
    if (run) {
        run->again = true;
        return;
    }
    run = std::make_shared<Run>();
    run->key = key;
    run->notification = **begun;
    for (int i = 0; i < threadsOfOne; ++i) {
        if (m_tasks.run([this, run = run] { work(run); }))
            ++run->workers;
    }
    if (run->workers == 0)
        m_runs.erase(nameOf(key));
}

void Broadcasts::work(const RunPtr& run)
{
    for (std::optional<NotificationRecipient> recipient; (recipient = next(*run));) {
        if (!handle(*run, *recipient)) {
            const std::lock_guard lock(run->mutex);
            run->stopped = true;
        }
    }
    leave(run);
}

/// The last worker out closes the notification, or begins anew where some still wait.
void Broadcasts::leave(const RunPtr& run)
{
    {
        const std::lock_guard lock(m_mutex);
        if (--run->workers > 0)
            return;
    }
    bool again = finish(*run);
    {
        const std::lock_guard lock(m_mutex);
        again = again || run->again;
        m_runs.erase(nameOf(run->key));
    }
    if (again)
        start(run->key);
}

std::optional<NotificationRecipient> Broadcasts::next(Run& run)
{
    const std::lock_guard lock(run.mutex);
    if (run.stopped)
        return std::nullopt;
    if (run.waiting.empty()) {
        const Result<store::Database*> database = m_parts.pool.connection();
        const auto page = database ? store::NotificationStore(**database).queued(run.key, run.read, readAhead)
                                   : Result<std::vector<NotificationRecipient>>(database.error());
        if (!page)
            report(page.error());
        else
            run.waiting.assign(page->begin(), page->end());
        if (run.waiting.empty())
            return std::nullopt;
        run.read = run.waiting.back().position;
    }
    NotificationRecipient recipient = run.waiting.front();
    run.waiting.pop_front();
    return recipient;
}

/// False where the whole notification is to stop.
bool Broadcasts::handle(Run& run, const NotificationRecipient& recipient)
{
    m_parts.precedence.giveWay(courtesy);
    const Result<RecipientGate::Claim> prepared = m_gate.prepare(run.key.workspace, recipient.subject);
    if (!prepared) {
        report(prepared.error());
        return putBack(run, recipient, shortPause);
    }
    if (prepared->address) {
        const QString channel = run.key.workspace.toString() + QLatin1Char(' ') + prepared->addressKey;
        if (!m_parts.waiter.wait(m_channels.reserve(channel, perChannel)))
            return false;
    }
    {
        const std::lock_guard lock(m_mutex);
        if (m_draining)
            return false;
        ++m_posting;
        ++run.posting;
    }
    const bool goOn = post(run, recipient, *prepared);
    const std::lock_guard lock(m_mutex);
    --m_posting;
    --run.posting;
    m_idle.notify_all();
    return goOn;
}

bool Broadcasts::post(Run& run, NotificationRecipient recipient, const RecipientGate::Claim& prepared)
{
    const Result<RecipientGate::Claim> claimed = m_gate.claim(run.key, run.notification.category, recipient, prepared);
    if (!claimed) {
        report(claimed.error());
        return putBack(run, recipient, shortPause);
    }
    switch (claimed->step) {
        case Step::Next: return true;
        case Step::Stop: return false;
        case Step::Later: return true;  // its turn comes again when all others are through
        case Step::Post: break;
    }
    recipient.address = claimed->addressKey;
    const Address& address = *claimed->address;
    const bool toChannel = address.kind == AddressKind::ChannelId;
    QJsonArray buttons;
    if (m_parts.buttons)
        buttons = m_parts.buttons({run.key.workspace, claimed->reader, claimed->category, run.key.id,
                                   toChannel ? QString::fromUtf8(address.value.reveal()) : QString()});
    const QString& text = run.notification.text;
    const Post message{run.key.workspace, address, text, messageBlocks({text, run.notification.blocks}, buttons)};
    return settle(run, recipient, m_parts.poster.post(message));
}

bool Broadcasts::settle(Run& run, NotificationRecipient recipient, const PostOutcome& outcome)
{
    const milliseconds pause = pauseAfter(run, recipient, outcome);
    recipient.at = m_parts.clock.now();
    recipient.error = outcome.kind == Kind::TokenDead ? QString() : outcome.error;
    recipient.channel = outcome.channel;
    recipient.ts = outcome.ts;
    recipient.outcome = pause.count() > 0 ? RecipientOutcome::Queued : recipientOutcome(outcome.kind);
    // A row that cannot be written stays underway, and is uncertain in the end.
    const Result<bool> moved = m_parts.pool.write<bool>([&](store::Database& database) {
        return store::NotificationStore(database).move(run.key, RecipientOutcome::Underway, recipient);
    });
    if (!moved)
        report(moved.error());
    if (outcome.kind == Kind::Dead) {
        const Result<> marked = m_parts.directory.setAddressDead(run.key.workspace, recipient.subject, true);
        if (!marked)
            report(marked.error());
    }
    if (outcome.kind == Kind::TokenDead)
        return rest(run);
    if (pause.count() > 0 && moved && *moved)
        return putBack(run, recipient, pause);
    return true;
}

/// How long until the next try; 0: there is none.
milliseconds Broadcasts::pauseAfter(Run& run, const NotificationRecipient& recipient, const PostOutcome& outcome)
{
    if (outcome.kind == Kind::SlackAway)
        return longPause;
    if (outcome.kind != Kind::NotSent)
        return milliseconds(0);
    const std::lock_guard lock(run.mutex);
    const int tries = ++run.tries[recipient.position];
    return tries < mostTries ? std::min(longestPause, shortPause * (1 << (tries - 1))) : milliseconds(0);
}

bool Broadcasts::putBack(Run& run, const NotificationRecipient& recipient, milliseconds pause)
{
    {
        const std::lock_guard lock(run.mutex);
        run.waiting.push_back(recipient);
    }
    return m_parts.waiter.wait(pause);
}

/// Without a token nothing can be sent: everything waits until the workspace is connected again and somebody resumes.
bool Broadcasts::rest(const Run& run)
{
    {
        // Whoever resumed it meanwhile did so with a new token, which is tried first.
        const std::lock_guard lock(m_mutex);
        if (run.again)
            return false;
    }
    const Result<> rested = m_parts.pool.write<void>([&](store::Database& database) -> Result<> {
        store::NotificationStore notifications(database);
        const auto state = notifications.state(run.key);
        if (!state || *state != NotificationState::Sending)
            return state ? Result<>() : Result<>(state.error());
        return notifications.setState(run.key, NotificationState::Paused,
                                      QStringLiteral("Slack no longer accepts Refrain's access to this workspace. "
                                                     "Connect it again, then resume; nobody was left out."),
                                      std::nullopt);
    });
    if (!rested)
        report(rested.error());
    return false;
}

/// True where some still wait though the notification is to be sent: it begins anew.
bool Broadcasts::finish(const Run& run)
{
    const Result<bool> more = m_parts.pool.write<bool>([&](store::Database& database) -> Result<bool> {
        store::NotificationStore notifications(database);
        const auto lost = notifications.moveAll(run.key, RecipientOutcome::Underway, RecipientOutcome::Uncertain,
                                                QStringLiteral("unrecorded"), m_parts.clock.now());
        const auto state = notifications.state(run.key);
        const auto summary = notifications.summary(run.key);
        if (!lost || !state || !summary)
            return !lost ? lost.error() : !state ? state.error() : summary.error();
        if (*state == NotificationState::Cancelled) {
            // Who came back from a try in vain after it was cancelled.
            const auto left = notifications.moveAll(run.key, RecipientOutcome::Queued, RecipientOutcome::Failed,
                                                    cancelledError, m_parts.clock.now());
            return left ? Result<bool>(false) : left.error();
        }
        if (*state != NotificationState::Sending)
            return false;
        if (summary->queued > 0)
            return !run.stopped;
        if (Result<> done = notifications.setState(run.key, NotificationState::Done, {}, m_parts.clock.now()); !done)
            return done.error();
        return false;
    });
    if (!more)
        report(more.error());
    return more && *more;
}

void Broadcasts::waitUntilPosted(const store::NotificationKey& key, milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    const auto found = m_runs.find(nameOf(key));
    if (found == m_runs.end())
        return;
    const RunPtr run = found->second;
    m_idle.wait_for(lock, patience, [&] { return run->posting == 0; });
}

void Broadcasts::drain(milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    m_draining = true;
    m_idle.wait_for(lock, patience, [this] { return m_posting == 0; });
}

void Broadcasts::report(const Error& error) const
{
    qCWarning(log::service) << "sending:" << error.toString();
}

}  // namespace refrain::service
