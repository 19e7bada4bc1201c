#include "console/engine/directorysync.h"

#include "base/log.h"
#include "console/desk/numbers.h"
#include "console/engine/wirevalues.h"
#include "store/transaction.h"
#include "wire/category.h"
#include "wire/subject.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace refrain::console {

namespace {

const QString placeKey = QStringLiteral("sync.place");
const QString seqKey = QStringLiteral("feed.seq");
const QString sweepKey = QStringLiteral("sync.sweep");

}  // namespace

DirectorySync::DirectorySync(Api& api, CacheStore& cache, const Clock& clock, int pageSize, const Backoff& backoff,
                             QObject* parent)
    : QObject(parent), m_api(api), m_cache(cache), m_clock(clock), m_pageSize(pageSize), m_backoff(backoff)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &DirectorySync::fetch);
}

Result<qint64> DirectorySync::finishedAt(CacheStore& cache)
{
    const Result<QString> text = cache.meta(seqKey);
    if (!text)
        return text.error();
    return text->isEmpty() ? -1 : text->toLongLong();
}

void DirectorySync::start()
{
    if (m_running)
        return;
    m_running = true;
    ++m_run;
    m_startedAt = m_clock.now();
    m_read = 0;
    m_pages = 0;
    const QString place = m_cache.meta(placeKey).valueOr(QString());
    const QJsonObject saved = QJsonDocument::fromJson(place.toUtf8()).object();
    if (saved.isEmpty()) {
        begin();
    } else {
        m_stage = static_cast<Stage>(saved.value(QLatin1String("stage")).toInt());
        m_after = saved.value(QLatin1String("after")).toString();
        m_seq = saved.value(QLatin1String("seq")).toInteger(-1);
        m_sweep = saved.value(QLatin1String("sweep")).toInteger();
        m_read = saved.value(QLatin1String("read")).toInteger();
    }
    fetch();
}

void DirectorySync::begin()
{
    m_stage = Stage::Categories;
    m_after.clear();
    m_seq = -1;
    m_read = 0;
    m_sweep = m_cache.meta(sweepKey).valueOr(QString()).toLongLong() + 1;
}

void DirectorySync::stop()
{
    m_running = false;
    m_retry.stop();
}

void DirectorySync::fetch()
{
    ApiRequest request;
    request.timeoutMs = 60'000;
    const auto add = [&](const char* key, const QString& value) {
        request.query.addQueryItem(QLatin1String(key), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    switch (m_stage) {
        case Stage::Categories: request.path = QStringLiteral("categories"); break;
        // The policy of all optional messages is not on the list.
        case Stage::Everything: request.path = QStringLiteral("categories/*"); break;
        case Stage::Subjects: request.path = QStringLiteral("subjects"); break;
        case Stage::TurnedBack: add("state", QStringLiteral("default")); [[fallthrough]];
        case Stage::Choices: request.path = QStringLiteral("preferences"); break;
        case Stage::Done: finish(); return;
    }
    if (m_stage != Stage::Everything)
        add("limit", QString::number(m_pageSize));
    if (!m_after.isEmpty())
        add("after", m_after);
    m_api.send(request, this, [this, run = m_run](const Result<ApiReply>& reply) {
        if (!m_running || run != m_run)
            return;
        if (!reply) {
            if (reply.error().is(ErrorCode::Unauthorized))
                stop();
            else
                m_retry.start(m_backoff.next());
            return;
        }
        take(*reply);
    });
}

void DirectorySync::take(const ApiReply& reply)
{
    if (!reply.ok()) {
        const bool placeLost = reply.status == 410 || (reply.status == 422 && !m_after.isEmpty());
        if (m_stage == Stage::TurnedBack && !placeLost && reply.status < 500 && reply.status != 429) {
            nextStage();  // Not every backend can list these; they are then learned one by one.
            fetch();
            return;
        }
        if (placeLost)
            begin();
        else
            qCWarning(log::sync) << "a page could not be had:" << reply.error().toString();
        m_retry.start(reply.retryAfterSeconds ? *reply.retryAfterSeconds * 1000 : m_backoff.next());
        return;
    }
    m_backoff.succeeded();
    auto batch = std::make_shared<TableBatch>();
    if (Result<> stored = store(reply.json, *batch); !stored) {
        fail(stored.error());
        return;
    }
    emit pageStored(batch);
    if (m_stage <= Stage::Subjects)
        emit progressed(m_read);
    fetch();
}

Result<> DirectorySync::store(const QJsonObject& page, TableBatch& batch)
{
    auto transaction = store::Transaction::begin(m_cache.database());
    if (!transaction)
        return transaction.error();
    // The first page's place in the feed: what changes while the rest is fetched comes again, and is harmless.
    if (m_seq < 0 && page.contains(QLatin1String("seq")))
        m_seq = page.value(QLatin1String("seq")).toInteger(0);
    const bool single = m_stage == Stage::Everything;
    const QJsonArray items = single ? QJsonArray{page} : page.value(QLatin1String("items")).toArray();
    for (const QJsonValue& item : items) {
        if (Result<> done = storeItem(item.toObject(), batch); !done)
            return done;
    }
    if (single)
        batch.categories = m_cache.categories().valueOr({});
    ++m_pages;
    m_after = page.value(QLatin1String("next")).toString();
    if (m_after.isEmpty())
        nextStage();
    if (Result<> done = savePlace(); !done)
        return done;
    return transaction->commit();
}

Result<> DirectorySync::storeItem(const QJsonObject& item, TableBatch& batch)
{
    switch (m_stage) {
        case Stage::Categories:
        case Stage::Everything: {
            const auto category = wire::categoryFromJson(item);
            if (!category)
                return category.error();
            return m_cache.upsertCategory(*category);
        }
        case Stage::Subjects: {
            const auto subject = wire::subjectFromJson(item);
            if (!subject)
                return subject.error();
            ++m_read;
            batch.add(*subject);
            return m_cache.upsert(*subject, m_sweep);
        }
        case Stage::Choices:
        case Stage::TurnedBack: {
            const auto preference = readPreference(item);
            if (!preference)
                return preference.error();
            const auto changed = m_cache.upsert(*preference, m_sweep);
            if (!changed)
                return changed.error();
            if (*changed) {
                batch.choices.push_back(PackedChoice::of(*preference));
                return {};
            }
            // The cache may have learned it before there was a row to show it in, such as from what was sent meanwhile.
            const auto kept = m_cache.preferences(preference->subject);
            if (!kept)
                return kept.error();
            for (const Preference& one : *kept)
                batch.choices.push_back(PackedChoice::of(one));
            return {};
        }
        case Stage::Done: break;
    }
    return {};
}

void DirectorySync::nextStage()
{
    m_stage = static_cast<Stage>(static_cast<int>(m_stage) + 1);
    m_after.clear();
}

Result<> DirectorySync::savePlace()
{
    const QJsonObject place{{QStringLiteral("stage"), static_cast<int>(m_stage)},
                            {QStringLiteral("after"), m_after},
                            {QStringLiteral("seq"), m_seq},
                            {QStringLiteral("sweep"), m_sweep},
                            {QStringLiteral("read"), m_read}};
    return m_cache.setMeta(placeKey, QString::fromUtf8(QJsonDocument(place).toJson(QJsonDocument::Compact)));
}

void DirectorySync::finish()
{
    auto transaction = store::Transaction::begin(m_cache.database());
    if (!transaction)
        return fail(transaction.error());
    const Result<qint64> swept = m_cache.sweepOut(m_sweep);
    if (!swept)
        return fail(swept.error());
    for (const auto& [key, value] : {std::pair{placeKey, QString()}, std::pair{sweepKey, QString::number(m_sweep)},
                                     std::pair{seqKey, QString::number(m_seq)}}) {
        if (Result<> done = m_cache.setMeta(key, value); !done)
            return fail(done.error());
    }
    if (Result<> done = transaction->commit(); !done)
        return fail(done.error());
    m_running = false;

    Exchange exchange;
    exchange.what = tr("Directory and choices");
    exchange.result =
        tr("%1 people and channels that the backend had by then, in %2 pages").arg(grouped(m_read), grouped(m_pages));
    exchange.startedAt = m_startedAt;
    exchange.finishedAt = m_clock.now();
    exchange.outcome = SyncOutcome::Ok;
    exchange.counts.read = m_read;
    exchange.counts.removed = *swept;
    if (Result<> done = m_cache.writeJournal(exchange); !done)
        qCWarning(log::sync) << done.error().toString();
    emit finished(m_seq, *swept > 0);
}

void DirectorySync::fail(const Error& error)
{
    stop();
    emit failed(error);
}

}  // namespace refrain::console
