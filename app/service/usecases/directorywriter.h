#pragma once

#include "domain/subject.h"
#include "domain/syncrun.h"
#include "service/usecases/workspacewriter.h"
#include "store/syncstore.h"

namespace refrain::service {

/// Brings the directory to what Slack says. Every real difference becomes a change with a number; a whole run
/// becomes one audit entry with counts. Choices are never touched: who leaves and returns finds them again.
/// Any thread.
class DirectoryWriter {
public:
    explicit DirectoryWriter(WorkspaceWriter& writer) : m_writer(writer) {}

    struct Page {
        std::vector<Subject> subjects;
        QString fullRun;  ///< The full sync run that saw them, for finding leavers; empty for single events.
        std::optional<store::SyncCursor> cursor;  ///< Kept in the same transaction, so that a crash repeats nothing.
        std::optional<SyncRun> journal = std::nullopt;  ///< Likewise, with this page's counts added.
    };
    /// Adds and changes; `read`, `added` and `changed` are counted. What only Refrain knows of a subject (person, dead
    /// address, former names) is kept; news older than what is stored is passed over.
    [[nodiscard]] Result<SyncCounts> put(const WorkspaceId& workspace, const Page& page);

    /// After a complete run: marks those of the kind that it did not see as deleted; `removed` is counted.
    [[nodiscard]] Result<SyncCounts> removeUnseen(const WorkspaceId& workspace, SubjectKind kind,
                                                  const QString& fullRun);

    /// Notes that sending found the address dead, or alive again.
    [[nodiscard]] Result<> setAddressDead(const WorkspaceId& workspace, const SubjectId& subject, bool dead);

    /// Journals the end of a run, with its audit entry.
    [[nodiscard]] Result<> finish(const WorkspaceId& workspace, const SyncRun& run);

private:
    WorkspaceWriter& m_writer;
};

}  // namespace refrain::service
