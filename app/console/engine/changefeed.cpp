#include "console/engine/changefeed.h"

#include "base/log.h"
#include "console/engine/wirevalues.h"
#include "store/transaction.h"
#include "wire/category.h"
#include "wire/subject.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace refrain::console {

ChangeFeed::ChangeFeed(Api& api, CacheStore& cache, std::function<QString()> oneself, int pollSeconds,
                       const Backoff& backoff, QObject* parent)
    : QObject(parent),
      m_api(api),
      m_cache(cache),
      m_oneself(std::move(oneself)),
      m_pollSeconds(pollSeconds),
      m_backoff(backoff)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &ChangeFeed::poll);
}

void ChangeFeed::start(qint64 after)
{
    m_seq = after;
    m_running = true;
    m_firstPoll = true;
    if (!m_polling)
        poll();
}

void ChangeFeed::stop()
{
    m_running = false;
    m_retry.stop();
}

void ChangeFeed::hurry()
{
    if (m_running && !m_polling)
        m_retry.start(0);
}

void ChangeFeed::poll()
{
    ApiRequest request;
    request.path = QStringLiteral("changes");
    request.query.addQueryItem(QStringLiteral("after"), QString::number(m_seq));
    request.query.addQueryItem(QStringLiteral("limit"), QStringLiteral("1000"));
    // The first answer says whether we are up to date, so it is not waited for.
    request.query.addQueryItem(QStringLiteral("wait"), QString::number(m_firstPoll ? 0 : m_pollSeconds));
    request.timeoutMs = (m_pollSeconds + 30) * 1000;
    m_polling = true;
    m_api.send(request, this, [this](const Result<ApiReply>& reply) {
        m_polling = false;
        if (!m_running)
            return;
        if (reply) {
            take(*reply);
        } else if (!reply.error().is(ErrorCode::Unauthorized)) {
            m_firstPoll = true;
            m_retry.start(m_backoff.next());
        }
    });
}

void ChangeFeed::take(const ApiReply& reply)
{
    if (reply.status == 410) {
        stop();
        emit resyncNeeded();
        return;
    }
    if (!reply.ok()) {
        qCWarning(log::sync) << "the changes feed:" << reply.error().toString();
        m_retry.start(reply.retryAfterSeconds ? *reply.retryAfterSeconds * 1000 : m_backoff.next());
        return;
    }
    // A backend restored from an older backup: its numbers mean other changes than ours.
    if (reply.json.value(QLatin1String("seq")).toInteger(m_seq) < m_seq) {
        stop();
        emit resyncNeeded();
        return;
    }
    m_backoff.succeeded();
    m_firstPoll = false;
    News news;
    if (Result<> stored = store(reply.json, news); !stored) {
        stop();
        emit failed(stored.error());
        return;
    }
    if (news.categories)
        news.batch->categories = m_cache.categories().valueOr({});
    emit pageStored(news.batch);
    emit brought(news.others);
    if (news.erased)
        emit subjectErased();
    if (news.workspace)
        emit workspaceTouched();
    // A slot may have stopped or moved us.
    if (m_running && !m_polling)
        poll();
}

Result<> ChangeFeed::store(const QJsonObject& page, News& news)
{
    const QJsonArray items = page.value(QLatin1String("items")).toArray();
    qint64 last = m_seq;
    auto transaction = store::Transaction::begin(m_cache.database());
    if (!transaction)
        return transaction.error();
    for (const QJsonValue& item : items) {
        const QJsonObject change = item.toObject();
        if (Result<> done = apply(change, news); !done)
            return done;
        last = std::max(last, change.value(QLatin1String("seq")).toInteger());
    }
    if (Result<> done = m_cache.setMeta(QStringLiteral("feed.seq"), QString::number(last)); !done)
        return done;
    if (Result<> done = transaction->commit(); !done)
        return done;
    m_seq = last;
    return {};
}

Result<> ChangeFeed::apply(const QJsonObject& change, News& news)
{
    const QString type = change.value(QLatin1String("type")).toString();
    const QJsonObject after = change.value(QLatin1String("after")).toObject();
    if (type == QLatin1String("preference")) {
        const auto preference = readPreference(after);
        if (!preference)
            return preference.error();
        const auto changed = m_cache.upsert(*preference, 0);
        if (!changed)
            return changed.error();
        if (*changed) {
            news.batch->choices.push_back(PackedChoice::of(*preference));
            news.others.choices += !isOwn(*preference);
        }
        return {};
    }
    if (type == QLatin1String("subject")) {
        if (after.isEmpty()) {
            news.erased = true;
            return m_cache.removeSubject(SubjectId(change.value(QLatin1String("subject")).toString()));
        }
        const auto subject = wire::subjectFromJson(after);
        if (!subject)
            return subject.error();
        news.batch->add(*subject);
        ++news.others.subjects;
        return m_cache.upsert(*subject, 0);
    }
    if (type == QLatin1String("category")) {
        const auto category = wire::categoryFromJson(after);
        if (!category)
            return category.error();
        news.categories = true;
        const std::vector<Category> known = m_cache.categories().valueOr({});
        news.others.categories += std::find(known.begin(), known.end(), *category) == known.end();
        return m_cache.upsertCategory(*category);
    }
    news.workspace = true;
    return {};
}

bool ChangeFeed::isOwn(const Preference& preference) const
{
    return preference.source == Source::Console && preference.actor && preference.actor->id == m_oneself();
}

}  // namespace refrain::console
