#pragma once

#include "service/background/taskpool.h"
#include "service/imports/importdesk.h"

#include <atomic>
#include <mutex>
#include <set>

namespace refrain::service {

/// Turns imports back, each as one compensating batch in the background: newest change first, some thousand in each
/// transaction, so that it goes on after a restart where it was. What somebody chose since stays. Any thread.
class ImportUndo {
public:
    ImportUndo(const ImportDesk::Parts& parts, TaskPool& tasks) : m_parts(parts), m_tasks(tasks) {}

    /// The import takes no more rows, those that wait are forgotten, and the rest is begun. One that is undone
    /// already, or being undone, stays as it is.
    [[nodiscard]] Result<Import> begin(const store::ImportKey& key, const EditContext& context);

    /// Goes on with what was begun and is not done: at the start, and where the queue was full.
    [[nodiscard]] Result<> resumeAll();

    /// One portion; true while there is more.
    [[nodiscard]] Result<bool> step(const store::ImportKey& key);

    /// Begins no further portion.
    void stop() { m_isStopping = true; }

private:
    void start(const store::ImportKey& key);
    void runAll(const store::ImportKey& key);
    /// The number of the lowest change that it has seen.
    [[nodiscard]] Result<qint64> turnBack(WorkspaceTransaction& transaction, Import& import,
                                          const store::ImportUndo& undo, const store::ImportPart& part);
    [[nodiscard]] Result<> finish(WorkspaceTransaction& transaction, const store::ImportKey& key, Import import);

    ImportDesk::Parts m_parts;
    TaskPool& m_tasks;
    std::atomic<bool> m_isStopping = false;
    std::mutex m_mutex;                               // guards m_running
    std::set<std::pair<QString, QString>> m_running;  // workspace and id
};

}  // namespace refrain::service
