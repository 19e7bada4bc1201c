#include "console/audit/logverifier.h"

#include "base/log.h"
#include "console/desk/numbers.h"
#include "store/transaction.h"

#include <QJsonArray>

#include <utility>

namespace refrain::console {

namespace {

const QString lastPageKey = QStringLiteral("log.page");

}  // namespace

LogVerifier::LogVerifier(Api& api, CacheStore& cache, LogPins& pins, const Clock& clock, WorkspaceId workspace,
                         QObject* parent)
    : QObject(parent), m_api(api), m_cache(cache), m_pins(pins), m_clock(clock), m_workspace(std::move(workspace))
{
}

Result<QString> LogVerifier::trustedKey(const QString& auditKey)
{
    const Result<QString> trusted = m_pins.key();
    if (!trusted || !trusted->isEmpty() || auditKey.isEmpty())
        return trusted;
    if (Result<> done = m_pins.trust(auditKey, m_clock.now()); !done)
        return done.error();
    return auditKey;
}

void LogVerifier::verify(const QString& auditKey)
{
    // An alarm stays until somebody looked: only a new run of the console asks again.
    if (m_state.kind == LogState::Kind::Rewritten)
        return;
    m_again = m_busy;
    if (m_busy)
        return;
    const Result<QString> key = trustedKey(auditKey);
    if (!key || key->isEmpty())
        return;
    // Whether it still is the backend's key, its signature says.
    begin(*key);
}

void LogVerifier::refuseKey(const QString& known, const QString& offered)
{
    m_state.knownKey = known;
    m_state.offeredKey = offered;
    alarm(tr("The backend signs its audit log with another key than the one this console knows."));
}

void LogVerifier::trust(const QString& vkey)
{
    if (m_state.kind != LogState::Kind::Rewritten || m_state.offeredKey.isEmpty() || m_state.offeredKey != vkey)
        return;
    const QString old = m_state.knownKey;
    CachedTree tree(m_cache.database());
    Result<> done = tree.clear();
    if (done)
        done = m_cache.setMeta(lastPageKey, {});
    if (done)
        done = m_pins.trust(vkey, m_clock.now());
    if (!done) {
        qCWarning(log::console) << done.error().toString();
        return;
    }
    Exchange exchange;
    exchange.what = tr("Audit log's key");
    exchange.result = tr("The log with the key %1 is trusted from now on; before it was %2.")
                          .arg(keyFingerprint(vkey), keyFingerprint(old));
    exchange.startedAt = m_clock.now();
    exchange.finishedAt = m_clock.now();
    exchange.outcome = SyncOutcome::Ok;
    if (const Result<> written = m_cache.writeJournal(exchange); !written)
        qCWarning(log::console) << written.error().toString();
    m_state = {};
    begin(vkey);
}

LogEvidence LogVerifier::evidence()
{
    return {m_workspace, m_clock.now(), m_state, m_pins.keys().valueOr({}), m_pins.all().valueOr({}), m_note, m_proof};
}

void LogVerifier::begin(const QString& vkey)
{
    m_busy = true;
    m_rebuilt = false;
    m_leaves.clear();
    m_key = vkey;
    m_note.clear();
    m_proof = {};
    ApiRequest request;
    request.path = QStringLiteral("audit/checkpoint");
    m_api.send(request, this, [this](const Result<ApiReply>& reply) {
        if (!reply)
            unknown(reply.error());
        else if (!reply->ok())
            unknown(reply->error());
        else
            open(reply->body);
    });
}

void LogVerifier::open(const QByteArray& note)
{
    m_note = note;
    const auto verifier = NoteVerifier::fromVkey(m_key);
    const auto checkpoint = verifier ? openCheckpoint(*verifier, note) : Result<Checkpoint>(verifier.error());
    if (!checkpoint || checkpoint->origin != checkpointOrigin(m_workspace)) {
        askKey();
        return;
    }
    m_checkpoint = *checkpoint;
    m_state.kind = LogState::Kind::Checking;
    m_state.size = m_checkpoint.size;
    comparePin();
}

/// The checkpoint is not signed by the trusted key: the backend may have got another one since it was last asked.
void LogVerifier::askKey()
{
    m_api.send({}, this, [this](const Result<ApiReply>& reply) {
        if (!reply || !reply->ok()) {
            unknown(reply ? reply->error() : reply.error());
            return;
        }
        const QString offered = reply->json.value(QLatin1String("auditKey")).toString();
        if (!offered.isEmpty() && offered != m_key)
            refuseKey(m_key, offered);
        else
            alarm(
                tr("The audit log's checkpoint is not signed by its key. Do not rely on its history until this is "
                   "explained."));
    });
}

void LogVerifier::comparePin()
{
    const auto pin = m_pins.largest(m_key);
    if (!pin) {
        unknown(pin.error());
    } else if (!*pin || (*pin)->size == 0) {
        fetchFromLastPage();
    } else if ((*pin)->size > m_checkpoint.size) {
        alarm(tr("The audit log lost entries: it had %1 and now has %2. Do not rely on its history until this is "
                 "explained.")
                  .arg(grouped((*pin)->size), grouped(m_checkpoint.size)));
    } else if ((*pin)->size == m_checkpoint.size) {
        if ((*pin)->root == m_checkpoint.root)
            fetchFromLastPage();
        else
            alarm(tr("The audit log was rewritten: the same number of entries now has another root."));
    } else {
        askConsistency(**pin);
    }
}

void LogVerifier::askConsistency(const SeenCheckpoint& pin)
{
    ApiRequest request;
    request.path = QStringLiteral("audit/consistency");
    request.query.addQueryItem(QStringLiteral("from"), QString::number(pin.size));
    request.query.addQueryItem(QStringLiteral("to"), QString::number(m_checkpoint.size));
    m_api.send(request, this, [this, pin](const Result<ApiReply>& reply) {
        if (!reply || !reply->ok()) {
            unknown(reply ? reply->error() : reply.error());
            return;
        }
        m_proof = reply->json;
        QList<TreeHash> proof;
        const QJsonArray hashes = reply->json.value(QLatin1String("hashes")).toArray();
        for (const QJsonValue& hash : hashes)
            proof.append(QByteArray::fromBase64(hash.toString().toLatin1()));
        if (verifyConsistency(pin.size, m_checkpoint.size, pin.root, m_checkpoint.root, proof)) {
            fetchFromLastPage();
            return;
        }
        alarm(
            tr("The audit log was rewritten: what this console saw of it before is no longer its beginning. Do not "
               "rely on its history until this is explained."));
    });
}

/// The place of the last page that was asked for: entries are listed from the first on, and all but the last page of
/// them is here already.
void LogVerifier::fetchFromLastPage()
{
    fetchLeaves(m_cache.meta(lastPageKey).valueOr(QString()));
}

void LogVerifier::fetchLeaves(const QString& after)
{
    const Result<qint64> have = CachedTree(m_cache.database()).size();
    if (!have) {
        unknown(have.error());
        return;
    }
    if (*have + static_cast<qint64>(m_leaves.size()) >= m_checkpoint.size) {
        appendLeaves();
        return;
    }
    ApiRequest request;
    request.path = QStringLiteral("audit");
    request.timeoutMs = 60'000;
    request.query.addQueryItem(QStringLiteral("limit"), QStringLiteral("1000"));
    if (!after.isEmpty())
        request.query.addQueryItem(QStringLiteral("after"), QString::fromLatin1(QUrl::toPercentEncoding(after)));
    m_api.send(request, this, [this, after](const Result<ApiReply>& reply) {
        if (!reply || !reply->ok()) {
            unknown(reply ? reply->error() : reply.error());
            return;
        }
        m_page = after;
        takeLeaves(*reply);
    });
}

void LogVerifier::takeLeaves(const ApiReply& reply)
{
    const Result<qint64> have = CachedTree(m_cache.database()).size();
    if (!have) {
        unknown(have.error());
        return;
    }
    const QJsonArray items = reply.json.value(QLatin1String("items")).toArray();
    for (const QJsonValue& value : items) {
        const QJsonObject item = value.toObject();
        const qint64 index = item.value(QLatin1String("index")).toInteger(-1);
        // Newer ones than the checkpoint belong to the next verification.
        if (index < *have || index >= m_checkpoint.size)
            continue;
        const QByteArray leaf = QByteArray::fromBase64(item.value(QLatin1String("leaf")).toString().toLatin1());
        m_leaves.insert_or_assign(index, leafHash(leaf));
    }
    m_state.verified = *have + static_cast<qint64>(m_leaves.size());
    emit stateChanged(m_state);
    const QString next = reply.json.value(QLatin1String("next")).toString();
    const bool complete = m_state.verified >= m_checkpoint.size;
    if (complete || next.isEmpty())
        appendLeaves();
    else
        fetchLeaves(next);
}

void LogVerifier::appendLeaves()
{
    CachedTree tree(m_cache.database());
    auto transaction = store::Transaction::begin(m_cache.database());
    if (!transaction)
        return unknown(transaction.error());
    Result<qint64> size = tree.size();
    for (const auto& [index, leaf] : m_leaves) {
        if (!size || index != *size)
            break;
        if (Result<> done = tree.append(index, leaf); !done)
            return unknown(done.error());
        size = *size + 1;
    }
    if (Result<> done = m_cache.setMeta(lastPageKey, m_page); !done)
        return unknown(done.error());
    if (Result<> done = transaction->commit(); !done)
        return unknown(done.error());
    m_leaves.clear();
    if (size && *size < m_checkpoint.size)
        return alarm(tr("The audit log withholds entries: its checkpoint counts %1, and only %2 can be had.")
                         .arg(grouped(m_checkpoint.size), grouped(*size)));
    compareRoot();
}

void LogVerifier::compareRoot()
{
    CachedTree tree(m_cache.database());
    const auto root = treeRoot(tree, m_checkpoint.size);
    if (!root || *root != m_checkpoint.root) {
        // The fault may be the cache's own: everything is read once more before anybody is alarmed.
        if (!m_rebuilt && tree.clear()) {
            m_rebuilt = true;
            fetchLeaves({});
            return;
        }
        alarm(
            tr("The audit log's entries do not add up to its signed root. Do not rely on its history until this is "
               "explained."));
        return;
    }
    if (Result<> done = m_pins.pin(m_key, m_checkpoint, m_note, m_clock.now()); !done)
        return unknown(done.error());
    verified(*root);
}

void LogVerifier::verified(const TreeHash& root)
{
    m_busy = false;
    m_state.kind = LogState::Kind::Verified;
    m_state.verified = m_checkpoint.size;
    m_state.root = QString::fromLatin1(root.toHex());
    m_state.checkedAt = m_clock.now();
    m_state.sentence = tr("%1 entries recomputed here, equal to the signed root.", nullptr, int(m_checkpoint.size))
                           .arg(grouped(m_checkpoint.size));
    emit stateChanged(m_state);
    if (std::exchange(m_again, false))
        begin(m_key);
}

void LogVerifier::alarm(const QString& sentence)
{
    qCCritical(log::console) << sentence;
    m_busy = false;
    m_again = false;
    m_state.kind = LogState::Kind::Rewritten;
    m_state.checkedAt = m_clock.now();
    m_state.sentence = sentence;
    emit stateChanged(m_state);
}

void LogVerifier::unknown(const Error& why)
{
    m_busy = false;
    m_again = false;
    m_leaves.clear();
    m_state.kind = LogState::Kind::Offline;
    m_state.sentence = tr("The audit log could not be checked just now. %1").arg(why.message());
    emit stateChanged(m_state);
}

}  // namespace refrain::console
