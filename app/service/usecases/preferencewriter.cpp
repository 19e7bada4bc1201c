#include "service/usecases/preferencewriter.h"

#include "service/usecases/batchjudge.h"
#include "store/outboxstore.h"
#include "store/preferencestore.h"
#include "wire/preference.h"

#include <algorithm>

namespace refrain::service {

namespace {

using Judged = BatchJudge::Judged;

/// So many wishes are worth a look ahead.
constexpr std::size_t many = 10;

QJsonObject wishOf(const ChangeRequest& request)
{
    QJsonObject wish;
    if (request.state)
        wish.insert(QStringLiteral("state"), toString(*request.state));
    if (request.snoozedUntil)
        wish.insert(QStringLiteral("snoozedUntil"),
                    *request.snoozedUntil ? QJsonValue(toRfc3339(**request.snoozedUntil)) : QJsonValue());
    return wish;
}

AuditDraft draftOf(const ChangeRequest& request, const Judged& judged)
{
    AuditDraft draft;
    AuditEntry& entry = draft.entry;
    entry.type = QStringLiteral("preference");
    entry.source = request.source;
    entry.actor = request.actor;
    entry.subject = request.subject;
    entry.category = request.category;
    entry.requestedBy = request.requestedBy;
    entry.reason = request.reason;
    entry.ticket = request.ticket;
    entry.receivedAt = request.receivedAt;
    entry.context = request.context;
    if (judged.before.version > 0)
        draft.before = &judged.before;
    if (judged.outcome.kind == ChangeOutcome::Kind::Changed) {
        entry.seq = judged.outcome.preference.version;
        entry.outcome = QStringLiteral("accepted");
        draft.after = &judged.outcome.preference;
    } else {
        entry.outcome = toString(*judged.outcome.refusal);
        entry.after = wishOf(request);
    }
    return draft;
}

/// What cannot be processed is the caller's slip and nobody's decision: it is answered, not audited.
bool isAudited(const ChangeOutcome& outcome)
{
    return outcome.kind == ChangeOutcome::Kind::Refused && outcome.refusal != Refusal::Unprocessable;
}

Result<> enqueue(WorkspaceTransaction& transaction, const store::ChangeRecord& record,
                 const std::vector<PreferenceWriter::Follower>& followers)
{
    store::OutboxStore outbox(transaction.database());
    for (const PreferenceWriter::Follower& follower : followers) {
        store::OutboxItem item;
        item.target = follower.target;
        item.seq = record.seq;
        item.payload = record.after;
        item.createdAt = transaction.now();
        item.nextTryAt = transaction.now() + follower.wait;
        if (Result<> done = outbox.add(transaction.workspace(), item); !done)
            return done;
    }
    return {};
}

store::ChangeRecord recordOf(const ChangeRequest& request, const Judged& judged, Millis now)
{
    const Preference& after = judged.outcome.preference;
    store::ChangeRecord record;
    record.seq = after.version;
    record.type = QStringLiteral("preference");
    record.subject = request.subject;
    record.category = request.category;
    record.at = now;
    record.askedAt = request.clickedAt;
    record.source = request.source;
    record.actor = request.actor;
    record.reason = request.reason;
    record.before = judged.before.version > 0 ? wire::toJsonText(judged.before) : QByteArrayLiteral("null");
    record.after = wire::toJsonText(after);
    return record;
}

/// What would have changed stands as it was found; of several wishes for one choice the first found it.
void takeBack(std::vector<Judged>& all)
{
    QHash<std::pair<SubjectId, CategorySlug>, Preference> stored;
    for (Judged& judged : all) {
        const std::pair key(judged.before.subject, judged.before.category);
        if (!stored.contains(key))
            stored.insert(key, judged.before);
        judged.outcome.preference = stored.value(key);
        if (judged.outcome.kind == ChangeOutcome::Kind::Changed)
            judged.outcome.kind = ChangeOutcome::Kind::Unchanged;
    }
}

Result<std::vector<Judged>> judgeAll(WorkspaceTransaction& transaction, std::vector<ChangeRequest>& requests)
{
    const Result<qint64> next = transaction.nextSeq();
    if (!next)
        return next.error();
    BatchJudge judge(transaction.database(), transaction.workspace(), transaction.now(), *next);
    if (requests.size() >= many) {
        if (Result<> done = judge.lookAhead(requests); !done)
            return done.error();
    }
    std::vector<Judged> all;
    all.reserve(requests.size());
    for (ChangeRequest& request : requests) {
        Result<Judged> judged = judge.judge(request);
        if (!judged)
            return judged.error();
        all.push_back(*std::move(judged));
    }
    return all;
}

using FollowersOf = std::function<Result<std::vector<PreferenceWriter::Follower>>(const ChangeRequest&)>;

/// Texts and hashes are made on other threads while this one writes what is ready.
Result<> writeAll(WorkspaceTransaction& transaction, const std::vector<ChangeRequest>& requests,
                  const std::vector<Judged>& all, const FollowersOf& followersOf)
{
    std::vector<std::size_t> logged;   // which wishes enter the log
    std::vector<std::size_t> changed;  // which of those changed something
    std::vector<const Preference*> preferences;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].outcome.kind == ChangeOutcome::Kind::Changed) {
            changed.push_back(logged.size());
            preferences.push_back(&all[i].outcome.preference);
        } else if (!isAudited(all[i].outcome)) {
            continue;
        }
        logged.push_back(i);
    }
    if (logged.empty())
        return {};
    std::vector<store::ChangeRecord> records(logged.size());
    const auto entryAt = [&](std::size_t entry) {
        const ChangeRequest& request = requests[logged[entry]];
        const Judged& judged = all[logged[entry]];
        if (judged.outcome.kind == ChangeOutcome::Kind::Changed)
            records[entry] = recordOf(request, judged, transaction.now());
        return draftOf(request, judged);
    };
    return transaction.auditAll(logged.size(), entryAt, [&](const auto& made) -> Result<> {
        store::PreferenceStore stored(transaction.database());
        if (Result<> done = stored.putAll(transaction.workspace(), preferences); !done)
            return done;
        const auto recordAt = [&](std::size_t number) -> const store::ChangeRecord& {
            made(changed[number]);
            return records[changed[number]];
        };
        if (Result<> done = transaction.changeAll(changed.size(), recordAt); !done)
            return done;
        for (const std::size_t entry : changed) {
            const auto followers = followersOf(requests[logged[entry]]);
            if (!followers)
                return followers.error();
            if (Result<> done = enqueue(transaction, records[entry], *followers); !done)
                return done;
        }
        return {};
    });
}

Result<BatchOutcome> summed(WorkspaceTransaction& transaction, std::vector<Judged> all, bool written)
{
    BatchOutcome batch;
    batch.written = written;
    batch.items.reserve(all.size());
    for (Judged& judged : all) {
        judged.outcome.before = std::move(judged.before);
        batch.items.push_back(std::move(judged.outcome));
    }
    const Result<qint64> next = transaction.nextSeq();
    if (!next)
        return next.error();
    batch.seq = *next - 1;
    return batch;
}

}  // namespace

Result<ChangeOutcome> PreferenceWriter::apply(const WorkspaceId& workspace, const ChangeRequest& request,
                                              const BeforeCommit& beforeCommit)
{
    Result<BatchOutcome> batch = write(workspace, {request}, BatchMode::Each, false, false, beforeCommit);
    if (!batch)
        return batch.error();
    return std::move(batch->items.front());
}

Result<BatchOutcome> PreferenceWriter::applyAll(const WorkspaceId& workspace,
                                                const std::vector<ChangeRequest>& requests, BatchMode mode, bool dryRun,
                                                const BeforeCommit& beforeCommit, bool tell)
{
    return write(workspace, requests, mode, dryRun, !tell, beforeCommit);
}

Result<BatchOutcome> PreferenceWriter::write(const WorkspaceId& workspace, std::vector<ChangeRequest> requests,
                                             BatchMode mode, bool dryRun, bool isBulk, const BeforeCommit& beforeCommit)
{
    return m_writer.write<BatchOutcome>(workspace, [&](WorkspaceTransaction& transaction) -> Result<BatchOutcome> {
        Result<BatchOutcome> batch = applyWithin(transaction, std::move(requests), mode, dryRun, !isBulk);
        if (batch && beforeCommit) {
            if (Result<> done = beforeCommit(transaction.database(), *batch); !done)
                return done.error();
        }
        return batch;
    });
}

Result<BatchOutcome> PreferenceWriter::applyWithin(WorkspaceTransaction& transaction,
                                                   std::vector<ChangeRequest> requests, BatchMode mode, bool dryRun,
                                                   bool tell)
{
    Result<std::vector<Judged>> all = judgeAll(transaction, requests);
    if (!all)
        return all.error();
    const bool stopped = mode == BatchMode::All && std::any_of(all->begin(), all->end(), [](const Judged& judged) {
                             return judged.outcome.isFailure();
                         });
    if (stopped)
        takeBack(*all);
    if (!dryRun) {
        const auto followersOf = [&](const ChangeRequest& request) {
            using Followed = Result<std::vector<Follower>>;
            return m_followers ? m_followers(transaction.database(), {transaction.workspace(), request, !tell})
                               : Followed(std::vector<Follower>());
        };
        if (Result<> done = writeAll(transaction, requests, *all, followersOf); !done)
            return done.error();
    }
    return summed(transaction, *std::move(all), !dryRun && !stopped);
}

}  // namespace refrain::service
