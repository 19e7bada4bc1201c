#pragma once

#include "domain/approval.h"
#include "service/usecases/editcontext.h"
#include "service/usecases/preferencewriter.h"
#include "store/approvalstore.h"
#include "wire/approval.h"

namespace refrain {
struct Notification;
}

namespace refrain::service {

/// Asks a second admin where the workspace's rule wants one. Each asks inside the transaction in which the act would be
/// done otherwise: what needs approval is known, and the request stored, before anything could come in between. What is
/// answered nothing may be done at once. Who asks for the same again is answered the request that waits. Any thread;
/// borrowed objects outlive it.
class ApprovalGate {
public:
    explicit ApprovalGate(Random& random) : m_random(random) {}

    using Asked = Result<std::optional<Approval>>;

    /// Changes of preferences, and what a dry run said of them.
    struct Changes {
        const std::vector<ChangeRequest>& requests;
        const BatchOutcome& dryRun;
        BatchMode mode = BatchMode::Each;
        bool tell = false;
        bool isBulk = false;   ///< Counts for what the same one does in the next hour.
        bool mustAsk = false;  ///< Asked for on purpose.
        QString ticket = {};
    };
    [[nodiscard]] Asked askChanges(WorkspaceTransaction& transaction, const Changes& changes,
                                   const EditContext& context);
    /// What askChanges() would come to; nothing is stored.
    [[nodiscard]] Result<wire::ApprovalPreview> previewChanges(WorkspaceTransaction& transaction,
                                                               const Changes& changes, const EditContext& context);
    /// `patch`: the edit's fields, as they came.
    [[nodiscard]] Asked askEdit(WorkspaceTransaction& transaction, const Category& before, const Category& after,
                                const QJsonObject& patch, const EditContext& context);
    /// `recipients`: of the notification.
    [[nodiscard]] Asked askSend(WorkspaceTransaction& transaction, const Notification& notification,
                                const std::vector<SubjectId>& recipients, const EditContext& context);
    /// A file, or turning one back.
    struct ImportAct {
        qint64 people = 0;  ///< Whom it changes, or would once they are here.
        CategorySlug category = {};
        QJsonObject act = {};
        std::vector<store::ApprovalItem> sample = {};
        QByteArray same = {};  ///< By which the same file is known.
    };
    [[nodiscard]] Asked askImport(WorkspaceTransaction& transaction, const ImportAct& act, const EditContext& context);
    [[nodiscard]] Asked askPolicy(WorkspaceTransaction& transaction, const ApprovalPolicy& before,
                                  const ApprovalPolicy& after, const EditContext& context);

    /// The rule and how many admins there are. In the database's thread.
    [[nodiscard]] static Result<wire::ApprovalStanding> rule(store::Database& database, const WorkspaceId& workspace);
    /// How the rule stands for somebody. In the database's thread.
    [[nodiscard]] static Result<wire::ApprovalStanding> standing(store::Database& database,
                                                                 const WorkspaceId& workspace, const Actor& actor,
                                                                 Millis now);

    /// For so long bulk changes of the same one count together.
    static constexpr Millis together = 60LL * 60 * 1000;

private:
    /// The request as it would be asked, where one must be.
    struct Draft {
        std::optional<Approval> approval;
        std::vector<store::ApprovalItem> items;
        ApprovalPolicy policy;
    };
    [[nodiscard]] Result<Draft> draftOf(WorkspaceTransaction& transaction, const Changes& changes,
                                        const EditContext& context);
    /// Stores it with its list, its ground's digest and its entry in the log; or finds the same one. `same`: what else
    /// tells it from others.
    [[nodiscard]] Result<Approval> store(WorkspaceTransaction& transaction, Approval approval,
                                         const ApprovalPolicy& policy, const EditContext& context,
                                         const std::vector<store::ApprovalItem>& items = {},
                                         const QByteArray& same = {});

    Random& m_random;
};

}  // namespace refrain::service
