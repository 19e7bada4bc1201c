#pragma once

#include "service/approvals/approvalgate.h"
#include "service/usecases/editcontext.h"
#include "service/usecases/preferencewriter.h"
#include "store/importstore.h"
#include "wire/importrow.h"

namespace refrain::service {

/// Takes files of preferences over, a part of their rows at a time, and turns them back as one. Any thread.
///
/// A part is one transaction: changes, log, what waits and how far the import is stand or fall together, so that
/// whoever was interrupted asks how many rows were received and goes on from there.
///
/// Where large acts need a second admin, rows are gathered first: once all are there, it is known what they come to
/// together, and they are taken over at once or wait for approval.
class ImportDesk {
public:
    struct Parts {
        store::DatabasePool& pool;
        WorkspaceWriter& writer;
        PreferenceWriter& preferences;
        const Clock& clock;
        Random& random;
        ApprovalGate* gate = nullptr;  ///< None: nobody is ever asked.
        /// Begins to take over what was gathered.
        std::function<Result<>(const store::ImportKey&)> apply = {};
    };
    explicit ImportDesk(const Parts& parts) : m_parts(parts) {}

    using BeforeImport = std::function<Result<>(store::Database&, const Import&)>;
    struct Taken {
        Import import;
        wire::ImportReply reply;
        ImportCounts counts;  ///< Of this part.
    };
    using BeforeTaken = std::function<Result<>(store::Database&, const Taken&)>;

    /// What the rows would come to; nothing is written. Parts of one file are checked each for itself.
    [[nodiscard]] Result<Taken> check(const WorkspaceId& workspace, const std::vector<wire::ImportRow>& rows);

    /// Of `wish` count name, total, tell and checkedSeq.
    [[nodiscard]] Result<Import> begin(const WorkspaceId& workspace, const Import& wish, const EditContext& context,
                                       const BeforeImport& beforeCommit = {});
    /// Conflict where the import is over, or does not continue at `part.from`.
    [[nodiscard]] Result<Taken> take(const store::ImportKey& key, const wire::ImportPart& part,
                                     const BeforeTaken& beforeCommit = {});
    /// `Done` or `Cancelled`; an import that is over stays as it is. What was gathered is then taken over, or held:
    /// then asked() says for what; where the same file waits already, that import is the answer. Whoever cancels one
    /// that is held withdraws the request.
    [[nodiscard]] Result<Import> end(const store::ImportKey& key, ImportState state, const EditContext& context);

    /// The request about it that waits for a second admin.
    [[nodiscard]] Result<std::optional<Approval>> asked(const store::ImportKey& key);
    /// NotFound where there is none.
    [[nodiscard]] Result<Import> find(const store::ImportKey& key);
    /// Newest first.
    [[nodiscard]] Result<std::vector<Import>> list(const WorkspaceId& workspace,
                                                   const store::ImportStore::Position& after, int limit);
    [[nodiscard]] Result<std::optional<Import>> ofChange(const WorkspaceId& workspace, qint64 seq);
    [[nodiscard]] Result<std::vector<store::WaitingRow>> waiting(const store::ImportKey& key, qint64 afterLine,
                                                                 int limit);
    /// What was not taken over and does not wait.
    [[nodiscard]] Result<std::vector<store::LeftRow>> left(const store::ImportKey& key, qint64 afterLine, int limit);

private:
    [[nodiscard]] Result<Import> endWithin(WorkspaceTransaction& transaction, Import import, ImportState state,
                                           const EditContext& context);
    /// Held, or to be taken over.
    [[nodiscard]] Result<Import> settle(WorkspaceTransaction& transaction, Import import, const EditContext& context);

    Parts m_parts;
};

/// What rows wait for whom the directory now names is applied, and journaled with the import that it is of: in the
/// transaction in which they appear.
[[nodiscard]] Result<> applyWaiting(WorkspaceTransaction& transaction, PreferenceWriter& preferences);

/// The audit log's word that an import began, ended or was undone.
[[nodiscard]] Result<> auditImport(WorkspaceTransaction& transaction, const Import& import, const EditContext& context);

}  // namespace refrain::service
