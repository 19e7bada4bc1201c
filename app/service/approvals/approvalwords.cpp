#include "service/approvals/approvalwords.h"

#include "service/usecases/recordjson.h"
#include "store/preferencestore.h"
#include "wire/preferencechange.h"

namespace refrain::service {
namespace {

QString nameOf(const std::optional<Actor>& actor)
{
    if (!actor)
        return QStringLiteral("somebody");
    return actor->name.isEmpty() ? actor->id : actor->name;
}

}  // namespace

QString overSentence(const Approval& approval)
{
    const QString who = nameOf(approval.decider);
    switch (approval.state) {
        case ApprovalState::Waiting: return QStringLiteral("It waits for a second admin.");
        case ApprovalState::Applying:
        case ApprovalState::Applied: return QStringLiteral("%1 approved it already.").arg(who);
        case ApprovalState::Refused: return QStringLiteral("%1 refused it, so nothing of it was done.").arg(who);
        case ApprovalState::Withdrawn: return QStringLiteral("It was withdrawn, so nothing of it was done.");
        case ApprovalState::Expired:
            return QStringLiteral("Nobody decided in time, so nothing of it was done. Ask for it again.");
        case ApprovalState::Outdated:
            return QStringLiteral("%1 Nothing of it was done; ask for it again.").arg(approval.decision);
    }
    return {};
}

Result<wire::ApprovalSubject> shown(store::Database& database, const WorkspaceId& workspace,
                                    const store::ApprovalItem& item)
{
    const Result<ChangeRequest> wish = wire::changeRequestFromJson(fromText(item.wish));
    const auto now = store::PreferenceStore(database).find(workspace, item.subject, item.category);
    if (!wish || !now)
        return !wish ? wish.error() : now.error();
    wire::ApprovalSubject subject;
    subject.subject = item.subject;
    subject.category = item.category;
    subject.state = wish->state;
    subject.snoozedUntil = wish->snoozedUntil;
    subject.moved = now->version != item.ifMatch && !item.isThere;
    return subject;
}

}  // namespace refrain::service
