#pragma once

#include "service/approvals/approvalgate.h"
#include "service/usecases/categorywriter.h"

namespace refrain::service {

/// Changes of preferences that staff or a program asks for.
struct ChangePlan {
    std::vector<ChangeRequest> requests;
    BatchMode mode = BatchMode::Each;
    bool dryRun = false;
    bool tell = true;      ///< The people are told of it in Slack.
    bool isBulk = false;   ///< Many asked for together.
    bool mustAsk = false;  ///< A second admin is asked in any case.
    bool preview = false;  ///< Of a dry run: whether one would be asked is wanted, too.
    QString ticket = {};   ///< Of the act as a whole.
};

/// What became of a plan; with an approval nothing is in force yet, and `batch` says what would be.
struct GuardedBatch {
    BatchOutcome batch;
    std::optional<Approval> approval;
    std::optional<wire::ApprovalPreview> preview = {};
};

struct GuardedEdit {
    CategoryOutcome outcome;
    std::optional<Approval> approval;
};

/// Does what may be done at once, and asks a second admin about the rest, in one transaction. Any thread.
class GuardedWriter {
public:
    struct Parts {
        WorkspaceWriter& writer;
        PreferenceWriter& preferences;
        ApprovalGate& gate;
    };
    explicit GuardedWriter(const Parts& parts) : m_parts(parts) {}

    /// Run inside the transaction, after everything else; an error undoes all.
    using BeforeBatch = std::function<Result<>(store::Database&, const GuardedBatch&)>;
    using BeforeEdit = std::function<Result<>(store::Database&, const GuardedEdit&)>;
    using BeforePolicy = std::function<Result<>(store::Database&, const std::optional<Approval>&)>;

    /// Invalid at /changes where more than a few would be opted in at once, whoever approves: only what somebody said
    /// before is given back in bulk; likewise where a request names who or what there is not. Conflict where something
    /// must be asked and there is nobody to ask, or nothing.
    [[nodiscard]] Result<GuardedBatch> change(const WorkspaceId& workspace, const ChangePlan& plan,
                                              const EditContext& context, const BeforeBatch& beforeCommit = {});
    /// `patch`: readable by wire::patched().
    [[nodiscard]] Result<GuardedEdit> editCategory(const WorkspaceId& workspace, const CategorySlug& slug,
                                                   const QJsonObject& patch, const EditContext& context,
                                                   const BeforeEdit& beforeCommit = {});
    /// What is asked about; nothing where the rule is in force already, or was set.
    [[nodiscard]] Result<std::optional<Approval>> setPolicy(const WorkspaceId& workspace, const QJsonObject& patch,
                                                            const EditContext& context,
                                                            const BeforePolicy& beforeCommit = {});

private:
    [[nodiscard]] Result<GuardedBatch> changeWithin(WorkspaceTransaction& transaction, const ChangePlan& plan,
                                                    const EditContext& context);

    Parts m_parts;
};

/// Writes the rule down, in the settings and in the log.
[[nodiscard]] Result<> putPolicy(WorkspaceTransaction& transaction, const ApprovalPolicy& before,
                                 const ApprovalPolicy& after, const EditContext& context);

}  // namespace refrain::service
