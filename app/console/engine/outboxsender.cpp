#include "console/engine/outboxsender.h"

#include "base/log.h"
#include "console/approvals/approvals.h"
#include "console/engine/wirevalues.h"

#include <QJsonArray>

#include <utility>

namespace refrain::console {

namespace {

QString pathOf(const ChangeOrder& order)
{
    return QStringLiteral("subjects/%1/preferences/%2")
        .arg(ApiRequest::segment(order.subject.toString()), ApiRequest::segment(order.category.toString()));
}

QJsonObject bodyOf(const LocalChange& change)
{
    const ChangeOrder& order = change.order;
    QJsonObject body;
    if (order.wish.state)
        body.insert(QStringLiteral("state"), toString(*order.wish.state));
    if (order.wish.snoozedUntil) {
        const std::optional<Millis> end = *order.wish.snoozedUntil;
        body.insert(QStringLiteral("snoozedUntil"), end ? QJsonValue(toRfc3339(*end)) : QJsonValue(QJsonValue::Null));
    }
    body.insert(QStringLiteral("requestedBy"), toString(order.requestedBy));
    body.insert(QStringLiteral("clickedAt"), toRfc3339(change.madeAt));
    if (!order.reason.isEmpty())
        body.insert(QStringLiteral("reason"), order.reason);
    if (!order.ticket.isEmpty())
        body.insert(QStringLiteral("ticket"), order.ticket);
    return body;
}

}  // namespace

OutboxSender::OutboxSender(Parts parts, const Backoff& backoff, QObject* parent)
    : QObject(parent), m_parts(std::move(parts)), m_backoff(backoff)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &OutboxSender::kick);
}

void OutboxSender::kick()
{
    m_stopped = false;
    if (m_sending.isEmpty())
        pick();
}

void OutboxSender::retryNow()
{
    m_heldUntil.clear();
    m_backoff.succeeded();
    m_retry.stop();
    kick();
}

void OutboxSender::stop()
{
    m_stopped = true;
    m_retry.stop();
}

void OutboxSender::pick()
{
    const auto rows = m_parts.outbox.all();
    if (!rows) {
        qCWarning(log::console) << "the outbox cannot be read:" << rows.error().toString();
        m_retry.start(m_backoff.next());
        return;
    }
    const Millis now = m_parts.clock.now();
    std::optional<Millis> next;
    for (const OutboxRow& row : *rows) {
        if (row.change.stage != ChangeStage::Waiting || !row.follows.isEmpty())
            continue;
        const Millis held = m_heldUntil.value(row.change.order.subject, 0);
        if (held > now) {
            next = std::min(next.value_or(held), held);
            continue;
        }
        m_sending = row.change.id;
        m_startedAt = now;
        settleVersion(row);
        return;
    }
    if (next)
        m_retry.start(static_cast<int>(*next - now));
}

/// The version that was seen goes out as If-Match. Where the cache knew of none, the choice may have been set and taken
/// back before this console ever looked: then the version of that very state is fetched first.
void OutboxSender::settleVersion(const OutboxRow& row)
{
    if (row.ifMatch || row.change.before.version > 0) {
        send(row, row.ifMatch.value_or(row.change.before.version));
        return;
    }
    ApiRequest request;
    request.path =
        QStringLiteral("subjects/%1/preferences").arg(ApiRequest::segment(row.change.order.subject.toString()));
    m_parts.api.send(request, this, [this, row](const Result<ApiReply>& reply) {
        if (!reply) {
            networkAway(row, reply.error());
            return;
        }
        qint64 version = 0;
        const QJsonArray items = reply->json.value(QLatin1String("items")).toArray();
        for (const QJsonValue& item : items) {
            const auto found = readPreference(item.toObject());
            if (!found || found->category != row.change.order.category)
                continue;
            StoredChoice seen = row.change.before;
            seen.version = found->version;
            // Another state than the one seen: version 0 lets the backend refuse it, audited as the rules have it.
            if (StoredChoice::of(*found) == seen)
                version = found->version;
        }
        send(row, version);
    });
}

void OutboxSender::send(const OutboxRow& row, qint64 ifMatch)
{
    if (m_stopped) {
        m_sending = {};
        return;
    }
    OutboxRow sent = row;
    if (Result<> written = m_parts.outbox.beginSend(row.change.id, ifMatch); !written) {
        tryLater(row, written.error(), {});
        return;
    }
    ++sent.change.attempts;
    sent.ifMatch = ifMatch;
    ApiRequest request;
    request.method = QByteArrayLiteral("PUT");
    request.path = pathOf(row.change.order);
    request.body = bodyOf(row.change);
    request.ifMatch = QByteArray::number(ifMatch);
    request.idempotencyKey = row.change.id.toString().toLatin1();
    m_parts.api.send(request, this, [this, sent](const Result<ApiReply>& reply) {
        if (reply)
            answered(sent, *reply);
        else
            networkAway(sent, reply.error());
    });
}

void OutboxSender::answered(const OutboxRow& row, const ApiReply& reply)
{
    if (reply.status == 202) {
        learnCurrent(row, askedSentence());
        return;
    }
    if (reply.ok()) {
        const auto preference = readPreference(reply.json);
        if (preference)
            confirm(row, *preference);
        else
            tryLater(row, preference.error(), {});
        return;
    }
    if (reply.status == 412 || (reply.status == 409 && reply.code() != QLatin1String("idempotency_in_progress"))) {
        refuse(row, reply);
        return;
    }
    const bool later = reply.status >= 500 || reply.status == 429 || reply.status == 408 || reply.status == 409;
    if (later)
        tryLater(row, reply.error(), reply.retryAfterSeconds);
    else if (reply.status == 401)
        networkAway(row, reply.error());
    else
        giveUp(row, reply.detail().isEmpty() ? reply.error().message() : reply.detail());
}

void OutboxSender::confirm(const OutboxRow& row, const Preference& preference)
{
    learn(preference);
    if (Result<> done = m_parts.outbox.confirm(row.change.id, preference.version); !done) {
        tryLater(row, done.error(), {});
        return;
    }
    m_backoff.succeeded();
    m_heldUntil.remove(row.change.order.subject);
    journal(row, SyncOutcome::Ok, {});
    LocalChange change = row.change;
    change.stage = ChangeStage::Confirmed;
    change.kept = false;
    change.sentence = tr("In force.");
    change.current = preference;
    emit moved(change);
    proceed();
}

void OutboxSender::refuse(const OutboxRow& row, const ApiReply& reply)
{
    const QJsonObject currentObject = reply.json.value(QLatin1String("current")).toObject();
    if (currentObject.isEmpty()) {
        learnCurrent(row, reply.detail());
        return;
    }
    const auto current = readPreference(currentObject);
    if (!current) {
        refuse(row, reply.detail(), std::nullopt);
        return;
    }
    learn(*current);
    // Ours after all: it was applied, and the answer that said so is older than the backend keeps answers.
    StoredChoice wished = row.change.after;
    wished.version = current->version;
    const bool ours = row.change.attempts > 1 && StoredChoice::of(*current) == wished;
    if (ours)
        confirm(row, *current);
    else
        refuse(row, tr("This was changed meanwhile, so your change was not applied."), *current);
}

/// A refusal by policy names no current choice: it is asked for, so that the reason can be shown with it.
void OutboxSender::learnCurrent(const OutboxRow& row, const QString& sentence)
{
    ApiRequest request;
    request.path =
        QStringLiteral("subjects/%1/preferences").arg(ApiRequest::segment(row.change.order.subject.toString()));
    m_parts.api.send(request, this, [this, row, sentence](const Result<ApiReply>& reply) {
        std::optional<Preference> current;
        const QJsonArray items = reply ? reply->json.value(QLatin1String("items")).toArray() : QJsonArray();
        for (const QJsonValue& item : items) {
            const auto preference = readPreference(item.toObject());
            if (preference && preference->category == row.change.order.category)
                current = *preference;
        }
        if (current)
            learn(*current);
        refuse(row, sentence, current);
    });
}

void OutboxSender::refuse(const OutboxRow& row, const QString& sentence, const std::optional<Preference>& current)
{
    LocalChange change = row.change;
    change.stage = ChangeStage::Refused;
    change.sentence = sentence.isEmpty() ? tr("The backend refused this change.") : sentence;
    change.current = current;
    if (current)
        change.historyLine = m_parts.wording.historyLine(*current);
    if (Result<> done = m_parts.outbox.setStage(change.id, change.stage, change.sentence, change.historyLine); !done) {
        tryLater(row, done.error(), {});
        return;
    }
    const QString because = tr("The change before it was refused, so this one was not sent.");
    const auto followers = m_parts.outbox.refuseFollowers(change.id, because);
    journal(row, SyncOutcome::Failed, change.sentence);
    emit moved(change);
    for (const LocalChangeId& id : followers.valueOr({})) {
        if (const auto follower = m_parts.outbox.find(id); follower && *follower)
            emit moved((*follower)->change);
    }
    proceed();
}

void OutboxSender::giveUp(const OutboxRow& row, const QString& sentence)
{
    LocalChange change = row.change;
    change.stage = ChangeStage::Failed;
    change.sentence = tr("%1 It is kept here, not in force: try again or discard it.").arg(sentence);
    if (Result<> done = m_parts.outbox.setStage(change.id, change.stage, change.sentence, {}); !done)
        qCWarning(log::console) << done.error().toString();
    journal(row, SyncOutcome::Failed, sentence);
    emit moved(change);
    proceed();
}

void OutboxSender::tryLater(const OutboxRow& row, const Error& why, std::optional<int> seconds)
{
    const int wait = seconds ? *seconds * 1000 : m_backoff.next();
    m_heldUntil.insert(row.change.order.subject, m_parts.clock.now() + wait);
    LocalChange change = row.change;
    change.sentence = tr("Saved here, not yet in force. %1").arg(why.message());
    emit moved(change);
    proceed();
    m_retry.start(wait);
}

void OutboxSender::networkAway(const OutboxRow& row, const Error& why)
{
    LocalChange change = row.change;
    change.sentence = tr("Saved here, not yet in force. It goes out by itself when the backend can be reached.");
    emit moved(change);
    m_sending = {};
    if (why.isTransient() && !m_stopped)
        m_retry.start(m_backoff.next());
}

void OutboxSender::learn(const Preference& preference)
{
    if (const auto done = m_parts.cache.upsert(preference, 0); !done)
        qCWarning(log::console) << "the cache cannot be written:" << done.error().toString();
    emit learned(preference);
}

void OutboxSender::journal(const OutboxRow& row, SyncOutcome outcome, const QString& error)
{
    Exchange exchange;
    exchange.what = tr("1 change");
    exchange.result = tr("%1 for %2").arg(row.change.categoryTitle, row.change.subjectName);
    exchange.startedAt = m_startedAt;
    exchange.finishedAt = m_parts.clock.now();
    exchange.outcome = outcome;
    exchange.counts.sent = outcome == SyncOutcome::Ok ? 1 : 0;
    exchange.counts.failed = outcome == SyncOutcome::Ok ? 0 : 1;
    exchange.error = error;
    if (Result<> done = m_parts.cache.writeJournal(exchange); !done)
        qCWarning(log::console) << done.error().toString();
}

void OutboxSender::proceed()
{
    m_sending = {};
    if (!m_stopped)
        pick();
}

}  // namespace refrain::console
