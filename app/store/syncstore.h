#pragma once

#include "base/id.h"
#include "domain/syncrun.h"
#include "store/database.h"

namespace refrain::store {

/// Where a directory sync stands, so that it goes on there after a crash.
struct SyncCursor {
    QString name;  ///< users, conversations
    QString run;   ///< The sync run it belongs to.
    QString cursor;
    Millis updatedAt = 0;
};

/// The journal of sync runs, and their cursors.
class SyncStore {
public:
    explicit SyncStore(Database& database) : m_database(database) {}

    /// Adds the run or replaces what is said of it.
    [[nodiscard]] Result<> put(const WorkspaceId& workspace, const SyncRun& run);
    [[nodiscard]] Result<std::optional<SyncRun>> find(const WorkspaceId& workspace, const QString& id);
    [[nodiscard]] Result<std::optional<SyncRun>> last(const WorkspaceId& workspace, SyncKind kind);
    /// The last whole reading of the directory in which this subject stood; none where there was none.
    [[nodiscard]] Result<std::optional<SyncRun>> lastThatSaw(const WorkspaceId& workspace, const SubjectId& subject);
    /// Where a page ended. Several runs may begin in one moment, so the time alone does not say.
    struct Position {
        Millis startedAt = 0;  ///< 0: from the newest.
        QString id;
    };
    /// Newest first, those behind `after`.
    [[nodiscard]] Result<std::vector<SyncRun>> page(const WorkspaceId& workspace, const Position& after, int limit);

    [[nodiscard]] Result<std::optional<SyncCursor>> cursor(const WorkspaceId& workspace, const QString& name);
    [[nodiscard]] Result<> putCursor(const WorkspaceId& workspace, const SyncCursor& cursor);
    [[nodiscard]] Result<> removeCursor(const WorkspaceId& workspace, const QString& name);

private:
    Database& m_database;
};

}  // namespace refrain::store
