#include "base/log.h"
#include "service/approvals/approvalaudit.h"
#include "service/approvals/approvaldesk.h"
#include "service/usecases/recordjson.h"
#include "wire/preferencechange.h"

#include <algorithm>

/// The half of ApprovalDesk that works by itself: carries out lists in portions, and ends what waited too long.
namespace refrain::service {
namespace {

constexpr int portion = 1'000;
constexpr int wholeBatch = 10'000;

Result<ChangeRequest> requestOf(const store::ApprovalItem& item, const Approval& approval)
{
    Result<ChangeRequest> request = wire::changeRequestFromJson(fromText(item.wish));
    if (!request)
        return request;
    request->subject = item.subject;
    request->category = item.category;
    if (!item.isThere)
        request->ifMatch = item.ifMatch;
    request->source = approval.source;
    request->actor = approval.requester;
    request->context = approvalContext(approval);
    if (request->reason.isEmpty())
        request->reason = approval.reason;
    if (request->ticket.isEmpty())
        request->ticket = approval.act.value(QLatin1String("ticket")).toString();
    return request;
}

}  // namespace

Result<bool> ApprovalDesk::step(const store::ApprovalKey& key)
{
    return m_parts.writer.write<bool>(key.workspace, [&](WorkspaceTransaction& transaction) -> Result<bool> {
        store::ApprovalStore approvals(transaction.database());
        auto found = approvals.find(key);
        if (!found)
            return found.error();
        if (!*found || (*found)->state != ApprovalState::Applying)
            return false;
        Approval& approval = **found;
        const bool isWhole = approval.act.value(QLatin1String("mode")) == QLatin1String("all");
        const int limit = isWhole ? wholeBatch : portion;
        const auto items = approvals.items(key, approval.done, limit);
        if (!items)
            return items.error();
        std::vector<ChangeRequest> requests;
        for (const store::ApprovalItem& item : *items) {
            Result<ChangeRequest> request = requestOf(item, approval);
            if (!request)
                return request.error();
            requests.push_back(*std::move(request));
        }
        const auto batch =
            m_parts.preferences.applyWithin(transaction, requests, isWhole ? BatchMode::All : BatchMode::Each, false,
                                            approval.act.value(QLatin1String("tell")).toBool());
        if (!batch)
            return batch.error();
        approval.changed += std::count_if(batch->items.begin(), batch->items.end(), [](const ChangeOutcome& outcome) {
            return outcome.kind == ChangeOutcome::Kind::Changed;
        });
        if (!items->empty())
            approval.done = items->back().position;
        const bool isLast = items->size() < size_t(limit);
        const Result<> noted = isLast ? finish(transaction, approval) : approvals.update(key.workspace, approval);
        return noted ? Result<bool>(!isLast) : Result<bool>(noted.error());
    });
}

/// What was asked for as all or nothing and met somebody's newer word came to nothing.
Result<> ApprovalDesk::finish(WorkspaceTransaction& transaction, Approval& approval)
{
    approval.state = approval.changed > 0 ? ApprovalState::Applied : ApprovalState::Outdated;
    if (approval.state == ApprovalState::Outdated)
        approval.decision = QStringLiteral("Nothing of it was left to do: it was so already, or somebody chose anew.");
    if (Result<> done = store::ApprovalStore(transaction.database()).update(transaction.workspace(), approval); !done)
        return done;
    return auditApproval(transaction, approval,
                         {Source::Policy, approval.decider.value_or(Actor()), approval.decision, {}});
}

Result<> ApprovalDesk::tidy()
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    const Millis now = m_parts.clock.now();
    const auto due = store::ApprovalStore(**database).due(now);
    const auto open = store::ApprovalStore(**database).inState(ApprovalState::Applying);
    if (!due || !open)
        return !due ? due.error() : open.error();
    for (const store::ApprovalKey& key : *due) {
        if (Result<> done = expire(key); !done)
            return done;
    }
    for (const store::ApprovalKey& key : *open)
        m_portions.start(key);
    if (Result<> done = m_parts.imports.resumeAll(); !done)
        return done;
    return m_parts.pool.write<void>([&](store::Database& writable) {
        return store::ApprovalStore(writable).forgetBulkBefore(now - 2 * ApprovalGate::together);
    });
}

Result<> ApprovalDesk::expire(const store::ApprovalKey& key)
{
    return m_parts.writer.write<void>(key.workspace, [&](WorkspaceTransaction& transaction) -> Result<> {
        auto found = store::ApprovalStore(transaction.database()).find(key);
        if (!found)
            return found.error();
        // Somebody decided in between.
        if (!*found || (*found)->state != ApprovalState::Waiting || (*found)->expiresAt > transaction.now())
            return {};
        return close(transaction, **found, ApprovalState::Expired, {Source::Policy, {}, {}, {}});
    });
}

}  // namespace refrain::service
