#include "service/sending/broadcasts.h"

#include "base/log.h"
#include "service/sending/message.h"
#include "store/categorystore.h"
#include "store/profilestore.h"
#include "store/subjectstore.h"

#include <deque>

namespace refrain::service {
namespace {

using std::chrono::milliseconds;
using Kind = PostOutcome::Kind;

constexpr int threads = 8;
constexpr int queueLimit = 100'000;
constexpr int threadsOfOne = 4;  // one long broadcast leaves room for others
constexpr int readAhead = 200;
constexpr milliseconds shortPause{1'000};
constexpr milliseconds longPause{10'000};
constexpr net::RateBudget::Rate perChannel{60, 1};  // Slack: one message a second and channel

QString nameOf(const store::NotificationKey& key)
{
    return key.workspace.toString() + QLatin1Char('/') + key.id;
}

}  // namespace

/// One notification while it is being sent.
struct Broadcasts::Run {
    store::NotificationKey key;
    Notification notification;
    int workers = 0;     // with `again`, guarded by the mutex of Broadcasts
    bool again = false;  // somebody asked to go on while the last worker was leaving
    std::mutex mutex;    // guards what follows
    std::deque<NotificationRecipient> waiting;
    qint64 read = 0;  // the last position that was read from the table
    bool stopped = false;
};

/// What is to be done for one recipient.
struct Broadcasts::Claim {
    enum class Step { Post, Next, Stop };
    Step step = Step::Post;
    std::optional<Address> address;
    Category category;
};

Broadcasts::Broadcasts(const Parts& parts) : m_parts(parts), m_channels(parts.clock), m_tasks(threads, queueLimit) {}

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
    const Result<Claim> prepared = prepare(run, recipient.subject);
    if (!prepared) {
        report(prepared.error());
        return putBack(run, recipient, shortPause);
    }
    if (prepared->address) {
        const QString channel =
            run.key.workspace.toString() + QLatin1Char(' ') + QString::fromUtf8(prepared->address->value.reveal());
        if (!m_parts.waiter.wait(m_channels.reserve(channel, perChannel)))
            return false;
    }
    {
        const std::lock_guard lock(m_mutex);
        if (m_draining)
            return false;
        ++m_posting;
    }
    const bool goOn = post(run, recipient, *prepared);
    const std::lock_guard lock(m_mutex);
    if (--m_posting == 0)
        m_idle.notify_all();
    return goOn;
}

bool Broadcasts::post(Run& run, const NotificationRecipient& recipient, const Claim& prepared)
{
    const Result<Claim> claimed = claim(run, recipient, prepared);
    if (!claimed) {
        report(claimed.error());
        return putBack(run, recipient, shortPause);
    }
    if (claimed->step != Claim::Step::Post)
        return claimed->step == Claim::Step::Next;
    const Address& address = *claimed->address;
    const bool toChannel = address.kind == AddressKind::ChannelId;
    QJsonArray buttons;
    if (m_parts.buttons)
        buttons = m_parts.buttons(claimed->category, run.key.id,
                                  toChannel ? QString::fromUtf8(address.value.reveal()) : QString());
    const QString& text = run.notification.text;
    const Post message{run.key.workspace, address, text, messageBlocks(text, buttons)};
    return settle(run, recipient, m_parts.poster.post(message));
}

/// Where the message would go; no address where there is none to be had, which the decision knows to judge.
Result<Broadcasts::Claim> Broadcasts::prepare(const Run& run, const SubjectId& id)
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    const auto subject = store::SubjectStore(**database).find(run.key.workspace, id);
    if (!subject)
        return subject.error();
    if (!*subject)
        return Claim();
    if ((*subject)->kind != SubjectKind::Profile) {
        const AddressKind kind = (*subject)->kind == SubjectKind::User ? AddressKind::UserId : AddressKind::ChannelId;
        return Claim{Claim::Step::Post, Address{kind, Secret(id.toString().toUtf8()), {}}, {}};
    }
    const auto profile = store::ProfileStore(**database, m_parts.vault).find(run.key.workspace, id.toString());
    if (!profile)
        return profile.error();
    if (!*profile)
        return Claim();
    Address address{addressKindFromString((*profile)->addressKind).value_or(AddressKind::Email), (*profile)->address,
                    (*profile)->accessToken};
    if (address.kind == AddressKind::Email) {
        if ((*profile)->resolved.isEmpty())
            return Claim();
        address = {AddressKind::UserId, Secret((*profile)->resolved.toString().toUtf8()), address.accessToken};
    }
    return Claim{Claim::Step::Post, address, {}};
}

/// The decision, and the note that a message goes out, in one transaction.
Result<Broadcasts::Claim> Broadcasts::claim(const Run& run, NotificationRecipient recipient, Claim claim)
{
    return m_parts.pool.write<Claim>([&](store::Database& database) -> Result<Claim> {
        store::NotificationStore notifications(database);
        const auto state = notifications.state(run.key);
        if (!state)
            return state.error();
        if (*state != NotificationState::Sending)
            return Claim{Claim::Step::Stop, {}, {}};
        const auto category = store::CategoryStore(database).find(run.key.workspace, run.notification.category);
        if (!category)
            return category.error();
        const Result<PreferenceView> view =
            m_parts.decider.view(database, run.key.workspace, recipient.subject, run.notification.category);
        if (!view && !view.error().is(ErrorCode::NotFound))
            return view.error();
        const Decision decision = view ? view->decision : Decision();
        const bool archived = !*category || (*category)->archived;
        recipient.at = m_parts.clock.now();
        recipient.outcome = RecipientOutcome::Skipped;
        if (archived)
            recipient.error = QStringLiteral("category_archived");
        else if (!decision.deliver)
            recipient.rule = toString(decision.rule);
        else if (!claim.address)
            recipient.rule = toString(Rule::Unreachable);
        else
            recipient.outcome = RecipientOutcome::Underway;
        const Result<bool> moved = notifications.move(run.key, RecipientOutcome::Queued, recipient);
        if (!moved)
            return moved.error();
        const bool posts = *moved && recipient.outcome == RecipientOutcome::Underway;
        claim.step = posts ? Claim::Step::Post : Claim::Step::Next;
        claim.category = category->value_or(Category());
        return claim;
    });
}

bool Broadcasts::settle(Run& run, NotificationRecipient recipient, const PostOutcome& outcome)
{
    recipient.at = m_parts.clock.now();
    recipient.error = outcome.error;
    recipient.channel = outcome.channel;
    recipient.ts = outcome.ts;
    switch (outcome.kind) {
        case Kind::Sent: recipient.outcome = RecipientOutcome::Sent; break;
        case Kind::Failed:
        case Kind::Dead: recipient.outcome = RecipientOutcome::Failed; break;
        case Kind::Uncertain: recipient.outcome = RecipientOutcome::Uncertain; break;
        case Kind::NotSent:
        case Kind::TokenDead:
            recipient.outcome = RecipientOutcome::Queued;
            recipient.error.clear();
            break;
    }
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
    if (outcome.kind == Kind::NotSent && moved && *moved)
        return putBack(run, recipient, longPause);
    return true;
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
