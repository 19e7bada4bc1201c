#pragma once

#include "service/background/taskpool.h"
#include "service/installations/tokenkeeper.h"
#include "service/usecases/directorywriter.h"

#include <functional>
#include <future>

namespace refrain::service {

/// Reads Slack's directory of people and channels, page after page.
///
/// The cursor is kept with each page, so a run goes on where it stood after a crash; a cursor that Slack no longer
/// takes begins that list anew. The next page is asked for while one is written. Whoever a complete run did not see has
/// left. Blocks for as long as Slack's rates ask: background threads only, one run per workspace at a time.
class DirectorySync {
public:
    static constexpr int pageSize = 999;

    struct Parts {
        store::DatabasePool& pool;
        const store::Vault& vault;
        DirectoryWriter& writer;
        TokenKeeper& slack;
        const Clock& clock;
        Random& random;
    };

    explicit DirectorySync(const Parts& parts) : m_parts(parts) {}

    /// The run that was left unfinished, or a new one, journaled as running.
    [[nodiscard]] Result<SyncRun> begin(const WorkspaceId& workspace);

    /// Carries the run out and journals its end, which it returns. Cancelled where the program stops: the run
    /// then stays open for the next start.
    [[nodiscard]] Result<SyncRun> perform(const WorkspaceId& workspace, SyncRun run);

private:
    struct PageRead;
    using ReadPage = std::function<Result<PageRead>(const QString& cursor)>;

    [[nodiscard]] Result<> readAll(const WorkspaceId& workspace, SyncRun& run);
    [[nodiscard]] Result<> readList(const WorkspaceId& workspace, const QString& name, const ReadPage& read,
                                    SyncRun& run);
    [[nodiscard]] std::future<Result<PageRead>> readAhead(const ReadPage& read, const QString& cursor);
    [[nodiscard]] Result<> storePage(const WorkspaceId& workspace, const QString& name, const PageRead& page,
                                     SyncRun& run);
    [[nodiscard]] Result<> removeLeavers(const WorkspaceId& workspace, SubjectKind kind, SyncRun& run);
    [[nodiscard]] Result<std::optional<QString>> position(const WorkspaceId& workspace, const QString& name,
                                                          const QString& run);
    [[nodiscard]] Result<> journal(const WorkspaceId& workspace, const SyncRun& run);
    [[nodiscard]] Result<store::Workspace> installation(const WorkspaceId& workspace);
    [[nodiscard]] Result<QStringList> teamsOf(const store::Workspace& installed);
    [[nodiscard]] Result<> readPeople(const WorkspaceId& workspace, const QString& team, SyncRun& run);
    [[nodiscard]] Result<> readChannels(const WorkspaceId& workspace, const QString& team, bool withPrivate,
                                        SyncRun& run);

    static constexpr int readers = 2;
    static constexpr int readerQueue = 10'000;

    Parts m_parts;
    TaskPool m_readers{readers, readerQueue};
};

}  // namespace refrain::service
