#pragma once

#include "domain/change.h"
#include "service/usecases/workspacewriter.h"

#include <QStringList>

namespace refrain::service {

/// What became of one wish.
struct ChangeOutcome {
    enum class Kind {
        Changed,
        Unchanged,        ///< It was so already: nothing is written, acknowledged or audited.
        Refused,          ///< By policy or If-Match; audited. Or not to be processed; not audited.
        UnknownSubject,   ///< 404 in a path.
        UnknownCategory,  ///< 404 in a path, 422 in a body.
    };
    Kind kind = Kind::Unchanged;
    std::optional<Refusal> refusal;
    QString sentence;               ///< For all but Changed and Unchanged: what happened, for a person.
    QString pointer;                ///< For Refusal::Unprocessable: the JSON pointer of the field at fault.
    Preference preference;          ///< What is in force after it all; for a refusal what stands in its way.
    Preference before;              ///< What it found. Of applyAll() alone.
    bool overridesOwnWord = false;  ///< For Changed: a person's own no, which only `resubscribe` `anyone` lets go.

    [[nodiscard]] bool isFailure() const { return kind != Kind::Changed && kind != Kind::Unchanged; }
};

/// What became of many wishes, in their order.
struct BatchOutcome {
    std::vector<ChangeOutcome> items;
    qint64 seq = 0;       ///< The workspace's sequence after it.
    bool written = true;  ///< False for a dry run, and where one failure stopped all.
};

enum class BatchMode {
    All,   ///< One that fails stops all.
    Each,  ///< What can be done is done.
};

/// THE function that applies a preference change, whatever surface it comes from.
///
/// In one transaction: the rules are asked, the preference is stored under the workspace's next number, the change
/// enters the feed, the audit log and the outbox of each connected system, and the caller adds what must stand or
/// fall with it (the idempotent answer). A wish about an id that Slack gave up holds for the one that it gave in its
/// place, and the outcome names that. Refusals by policy enter the audit log alone. Any thread.
class PreferenceWriter {
public:
    /// Runs inside the transaction, after everything else; an error undoes all.
    using BeforeCommit = std::function<Result<>(store::Database&, const BatchOutcome&)>;
    /// Who must be told of a change, as a target of the outbox.
    struct Follower {
        QString target;
        Millis wait = 0;  ///< How long the word is held back, for one that may undo it.
    };
    /// A change that was accepted.
    struct Accepted {
        const WorkspaceId& workspace;
        const ChangeRequest& request;
        bool isBulk = false;  ///< One of many that were asked for together, and nobody asked that they be told.
    };
    /// Everybody who must be told of it. Called inside the transaction.
    using Followers = std::function<Result<std::vector<Follower>>(store::Database&, const Accepted&)>;

    explicit PreferenceWriter(WorkspaceWriter& writer, Followers followers = {})
        : m_writer(writer), m_followers(std::move(followers))
    {
    }

    [[nodiscard]] Result<ChangeOutcome> apply(const WorkspaceId& workspace, const ChangeRequest& request,
                                              const BeforeCommit& beforeCommit = {});

    /// Later wishes see what earlier ones of the same batch changed. A dry run writes nothing at all, the
    /// versions in its answer are those that would be given. `tell`: its people are told as of a single change.
    [[nodiscard]] Result<BatchOutcome> applyAll(const WorkspaceId& workspace,
                                                const std::vector<ChangeRequest>& requests, BatchMode mode,
                                                bool dryRun = false, const BeforeCommit& beforeCommit = {},
                                                bool tell = false);

    /// The same inside a transaction of the caller's, whose numbers of the feed the changes take in one piece.
    /// REQUIRES: a write transaction, or for a dry run one for reading.
    [[nodiscard]] Result<BatchOutcome> applyWithin(WorkspaceTransaction& transaction,
                                                   std::vector<ChangeRequest> requests, BatchMode mode,
                                                   bool dryRun = false, bool tell = false);

private:
    [[nodiscard]] Result<BatchOutcome> write(const WorkspaceId& workspace, std::vector<ChangeRequest> requests,
                                             BatchMode mode, bool dryRun, bool isBulk,
                                             const BeforeCommit& beforeCommit);

    WorkspaceWriter& m_writer;
    Followers m_followers;
};

}  // namespace refrain::service
