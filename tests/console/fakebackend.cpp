#include "fakebackend.h"

#include "domain/auditentry.h"
#include "jsonreplies.h"
#include "wire/auditentry.h"
#include "wire/category.h"
#include "wire/preference.h"
#include "wire/preferencechange.h"
#include "wire/proof.h"
#include "wire/subject.h"
#include "wire/token.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTimer>

namespace refrain::test {

using net::HttpReply;

namespace {

const WorkspaceId workspace(QStringLiteral("T1"));

NoteSigner signer()
{
    return *NoteSigner::fromSeed(checkpointOrigin(workspace), Secret(QByteArray(32, 's')));
}

}  // namespace

FakeBackend::FakeBackend(const Clock& clock) : m_clock(clock), m_signer(signer())
{
    Category all;
    all.slug = everyCategory();
    all.title = QStringLiteral("All optional messages");
    m_categories.emplace(QStringLiteral("*"), all);
}

FakeBackend::~FakeBackend() = default;

void FakeBackend::addSubject(const Subject& subject)
{
    const QMutexLocker lock(&m_mutex);
    m_subjects[subject.id.toString()] = subject;
}

void FakeBackend::addCategory(const Category& category)
{
    const QMutexLocker lock(&m_mutex);
    m_categories[category.slug.toString()] = category;
}

Category FakeBackend::category(const QString& slug) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_categories.find(slug);
    return found == m_categories.end() ? Category() : found->second;
}

Preference FakeBackend::current(const Key& key) const
{
    if (const auto found = m_preferences.find(key); found != m_preferences.end())
        return found->second;
    Preference none;
    none.subject = SubjectId(key.first);
    none.category = CategorySlug(key.second);
    return none;
}

Preference FakeBackend::preference(const QString& subject, const QString& category) const
{
    const QMutexLocker lock(&m_mutex);
    return current({subject, category});
}

qint64 FakeBackend::seq() const
{
    const QMutexLocker lock(&m_mutex);
    return static_cast<qint64>(m_changes.size());
}

int FakeBackend::auditSize() const
{
    const QMutexLocker lock(&m_mutex);
    return static_cast<int>(m_audit.size());
}

Preference FakeBackend::changeAs(const Actor& actor, Source source, const QString& subject, const QString& category,
                                 PreferenceState state)
{
    const QMutexLocker lock(&m_mutex);
    const Preference before = current({subject, category});
    Preference after = before;
    after.state = state;
    after.actor = actor;
    after.source = source;
    after.at = m_clock.now();
    after.stateIsOwnWord = isOwnSurface(source);
    record(before, after, QStringLiteral("accepted"));
    wake();
    return current({subject, category});
}

void FakeBackend::record(const Preference& before, Preference after, const QString& outcome)
{
    AuditEntry entry;
    entry.workspace = workspace;
    entry.index = static_cast<qint64>(m_audit.size());
    entry.at = m_clock.now();
    entry.type = QStringLiteral("preference");
    entry.outcome = outcome;
    entry.source = after.source.value_or(Source::Console);
    entry.actor = after.actor.value_or(Actor{});
    entry.subject = after.subject;
    entry.category = after.category;
    if (outcome == QLatin1String("accepted")) {
        after.version = static_cast<qint64>(m_changes.size()) + 1;
        entry.seq = after.version;
        m_preferences[{after.subject.toString(), after.category.toString()}] = after;
        m_changes.push_back({{QStringLiteral("seq"), after.version},
                             {QStringLiteral("type"), QStringLiteral("preference")},
                             {QStringLiteral("after"), wire::toJson(after)}});
    }
    entry.before = wire::toJson(before);
    entry.after = wire::toJson(after);
    const SealedEntry sealed = seal(entry, m_random);
    m_tree.append(leafHash(sealed.leaf));
    m_audit.push_back(wire::toJson(wire::AuditItem{entry.index, sealed.leaf, entry, {}, {}}));
}

void FakeBackend::setStats(const QJsonObject& stats)
{
    const QMutexLocker lock(&m_mutex);
    m_stats = stats;
}

void FakeBackend::setOffline(bool offline)
{
    const QMutexLocker lock(&m_mutex);
    m_offline = offline;
    if (offline)
        answerWaiting(Error::unavailable(QStringLiteral("The network is away.")));
}

void FakeBackend::setDirectoryRead(bool read)
{
    const QMutexLocker lock(&m_mutex);
    m_directoryRead = read;
}

void FakeBackend::setHung(bool hung)
{
    const QMutexLocker lock(&m_mutex);
    m_hung = hung;
    if (hung) {
        for (const Waiting& waiting : std::exchange(m_waiting, {}))
            m_unanswered.push_back(waiting.promise);
        return;
    }
    for (const auto& promise : std::exchange(m_unanswered, {})) {
        if (promise->future().isFinished())
            continue;
        promise->addResult(Error::unavailable(QStringLiteral("The connection was cut.")));
        promise->finish();
    }
}

void FakeBackend::revokeSessions()
{
    const QMutexLocker lock(&m_mutex);
    m_revoked = true;
    answerWaiting(problem(wire::ProblemCode::Unauthorized, {}));
}

void FakeBackend::setStranger(bool stranger)
{
    const QMutexLocker lock(&m_mutex);
    m_stranger = stranger;
    answerWaiting(Error::unavailable(QStringLiteral("The connection was cut.")));
}

void FakeBackend::answerWaiting(const Result<HttpReply>& reply)
{
    for (const Waiting& waiting : std::exchange(m_waiting, {})) {
        waiting.promise->addResult(reply);
        waiting.promise->finish();
    }
}

void FakeBackend::forgetOldChanges()
{
    const QMutexLocker lock(&m_mutex);
    m_gone = true;
    wake();
}

void FakeBackend::loseReplies(int writes)
{
    const QMutexLocker lock(&m_mutex);
    m_lostReplies = writes;
}

void FakeBackend::failWrites(int count, int status)
{
    const QMutexLocker lock(&m_mutex);
    m_failingWrites = count;
    m_failingStatus = status;
}

void FakeBackend::hideTurnedBack()
{
    const QMutexLocker lock(&m_mutex);
    m_hideTurnedBack = true;
}

void FakeBackend::spoilDigests(int count)
{
    const QMutexLocker lock(&m_mutex);
    m_spoiltDigests = count;
}

void FakeBackend::rewriteLog()
{
    const QMutexLocker lock(&m_mutex);
    m_tree = MemoryTree();
    for (size_t i = 0; i < m_audit.size(); ++i) {
        const QByteArray leaf = "rewritten " + QByteArray::number(qsizetype(i));
        m_audit[i].insert(QStringLiteral("leaf"), QString::fromLatin1(leaf.toBase64()));
        m_tree.append(leafHash(leaf));
    }
}

void FakeBackend::setUpAnew()
{
    const QMutexLocker lock(&m_mutex);
    m_signer = *NoteSigner::fromSeed(checkpointOrigin(workspace), Secret(QByteArray(32, 'n')));
    m_tree = MemoryTree();
    m_audit.clear();
}

void FakeBackend::keepMoving(int digests)
{
    const QMutexLocker lock(&m_mutex);
    m_movingDigests = digests;
}

void FakeBackend::forgetPreference(const QString& subject, const QString& category)
{
    const QMutexLocker lock(&m_mutex);
    Preference& stored = m_preferences[{subject, category}];
    stored.state = PreferenceState::OptedIn;
    stored.version += 1000;
    m_changes.resize(static_cast<size_t>(stored.version));
}

int FakeBackend::count(const QByteArray& method, const QString& pathPart) const
{
    const QMutexLocker lock(&m_mutex);
    int found = 0;
    for (const auto& [requestMethod, path] : m_requests)
        found += (method.isEmpty() || requestMethod == method) && path.contains(pathPart);
    return found;
}

QStringList FakeBackend::keysOfWrites() const
{
    const QMutexLocker lock(&m_mutex);
    return m_writeKeys;
}

QFuture<Result<HttpReply>> FakeBackend::send(net::HttpRequest request)
{
    const QMutexLocker lock(&m_mutex);
    const auto promise = std::make_shared<QPromise<Result<HttpReply>>>();
    promise->start();
    const QString path = request.url.path().section(QStringLiteral("/v1/workspaces/T1"), -1);
    const QUrlQuery query(request.url);
    m_requests.emplace_back(request.method, path);
    const bool isPoll = path == QLatin1String("/changes") && query.queryItemValue(QStringLiteral("wait")).toInt() > 0;
    const qint64 after = query.queryItemValue(QStringLiteral("after")).toLongLong();
    const QFuture<Result<HttpReply>> future = promise->future();
    if (m_hung) {
        m_unanswered.push_back(promise);
        // On the thread that asks, as a transport's own timer would.
        QTimer::singleShot(request.timeout, [promise] {
            if (promise->future().isFinished())
                return;
            promise->addResult(Error::timeout(QStringLiteral("No answer came in time.")));
            promise->finish();
        });
        return future;
    }
    if (m_offline) {
        promise->addResult(Error::unavailable(QStringLiteral("The network is away.")));
    } else if (isPoll && !m_revoked && !m_gone && after >= static_cast<qint64>(m_changes.size())) {
        m_waiting.push_back({promise, after});
        return future;
    } else {
        const int writes = request.method == "PUT";
        HttpReply reply = answer(request, path, query);
        if (writes && m_lostReplies > 0) {
            --m_lostReplies;
            promise->addResult(Error::unavailable(QStringLiteral("The answer was lost.")));
        } else {
            promise->addResult(reply);
        }
    }
    promise->finish();
    return future;
}

void FakeBackend::wake()
{
    for (const Waiting& waiting : m_waiting) {
        waiting.promise->addResult(changes(waiting.after));
        waiting.promise->finish();
    }
    m_waiting.clear();
}

}  // namespace refrain::test
