#pragma once

#include "service/approvals/approvalgate.h"
#include "service/background/portions.h"
#include "service/imports/heldimports.h"
#include "service/usecases/notificationdesk.h"
#include "service/usecases/preferencewriter.h"
#include "store/approvalstore.h"
#include "wire/approval.h"

namespace refrain::service {

/// Requests for approval: shown, decided, withdrawn, ended by the clock, and carried out. Every step is audited. Any
/// thread; borrowed objects outlive it.
///
/// What was approved is done as whoever asked for it, by the function that would have done it at once. Changes of
/// preferences go against the versions that were looked at, some thousand in each transaction, and go on after a
/// restart where they were.
class ApprovalDesk {
public:
    struct Parts {
        store::DatabasePool& pool;
        WorkspaceWriter& writer;
        PreferenceWriter& preferences;
        NotificationDesk& notifications;
        HeldImports& imports;
        TaskPool& tasks;
        const Clock& clock;
    };
    explicit ApprovalDesk(const Parts& parts)
        : m_parts(parts), m_portions(parts.tasks, [this](const store::ApprovalKey& key) { return step(key); })
    {
    }

    /// NotFound where there is none. `asker`: who looks, and whether their role lets them decide.
    struct Asker {
        Actor actor;
        bool isAdmin = false;
    };
    [[nodiscard]] Result<wire::ApprovalView> find(const store::ApprovalKey& key, const Asker& asker);
    /// Newest first, without what stands now and without lists.
    [[nodiscard]] Result<std::vector<wire::ApprovalView>> list(const WorkspaceId& workspace,
                                                               const store::ApprovalStore::Filter& filter,
                                                               const store::ApprovalStore::Position& after, int limit,
                                                               const Asker& asker);
    [[nodiscard]] Result<std::vector<store::ApprovalItem>> items(const store::ApprovalKey& key, qint64 after,
                                                                 int limit);

    struct Decided {
        enum class Kind {
            Done,
            Moved,  ///< 412: not what the decider looked at; nothing was done, and it still waits.
            Over,   ///< 409: it can no longer be decided; `sentence` says why.
        };
        Kind kind = Kind::Done;
        Approval approval;
        QString sentence = {};
    };
    /// Forbidden for whoever asked, and for programs. The same decision again by the same one changes nothing.
    [[nodiscard]] Result<Decided> decide(const store::ApprovalKey& key, const wire::ApprovalDecision& decision,
                                         const EditContext& context);
    /// By whoever asked, or stands behind the key that did; else Forbidden. Conflict where it is over.
    [[nodiscard]] Result<Approval> withdraw(const store::ApprovalKey& key, const EditContext& context);

    /// Ends what waited too long, and goes on with what was approved and is not done, imports among it: at the start
    /// and once a minute.
    [[nodiscard]] Result<> tidy();
    /// One portion of an approved request's changes; true while there is more.
    [[nodiscard]] Result<bool> step(const store::ApprovalKey& key);
    /// Begins no further portion.
    void stop()
    {
        m_portions.stop();
        m_parts.imports.stop();
    }

private:
    [[nodiscard]] Result<Decided> decideWithin(WorkspaceTransaction& transaction, Approval approval,
                                               const wire::ApprovalDecision& decision, const EditContext& context);
    [[nodiscard]] Result<Decided> approve(WorkspaceTransaction& transaction, Approval approval,
                                          const wire::ApprovalDecision& decision, const EditContext& context);
    /// A sentence where it cannot be done after all.
    [[nodiscard]] Result<QString> perform(WorkspaceTransaction& transaction, const Approval& approval);
    [[nodiscard]] Result<> close(WorkspaceTransaction& transaction, Approval& approval, ApprovalState state,
                                 const EditContext& context);
    [[nodiscard]] Result<> expire(const store::ApprovalKey& key);
    [[nodiscard]] Result<> finish(WorkspaceTransaction& transaction, Approval& approval);

    Parts m_parts;
    Portions<store::ApprovalKey> m_portions;
};

}  // namespace refrain::service
