#pragma once

#include "service/background/portions.h"
#include "service/imports/importdesk.h"

namespace refrain::service {

/// Turns imports back, each as one compensating batch in the background: newest change first, some thousand in each
/// transaction, so that it goes on after a restart where it was. What somebody chose since stays. Any thread.
class ImportUndo {
public:
    ImportUndo(const ImportDesk::Parts& parts, TaskPool& tasks)
        : m_parts(parts), m_portions(tasks, [this](const store::ImportKey& key) { return step(key); })
    {
    }

    /// The import takes no more rows, those that wait are forgotten, and the rest is begun. One that is undone
    /// already, or being undone, stays as it is; likewise one whose undo needs a second admin, who is asked: see
    /// ImportDesk::asked(). Conflict where it is not over.
    [[nodiscard]] Result<Import> begin(const store::ImportKey& key, const EditContext& context);
    /// The same once nobody need be asked, inside a transaction of the caller's, who calls start() afterwards.
    [[nodiscard]] Result<Import> beginWithin(WorkspaceTransaction& transaction, const store::ImportKey& key,
                                             const EditContext& context);
    void start(const store::ImportKey& key) { m_portions.start(key); }

    /// Goes on with what was begun and is not done: at the start, and where the queue was full.
    [[nodiscard]] Result<> resumeAll();

    /// One portion; true while there is more.
    [[nodiscard]] Result<bool> step(const store::ImportKey& key);

    /// Begins no further portion.
    void stop() { m_portions.stop(); }

private:
    /// The number of the lowest change that it has seen.
    [[nodiscard]] Result<qint64> turnBack(WorkspaceTransaction& transaction, Import& import,
                                          const store::ImportUndo& undo, const store::ImportPart& part);
    [[nodiscard]] Result<> finish(WorkspaceTransaction& transaction, const store::ImportKey& key, Import import);

    ImportDesk::Parts m_parts;
    Portions<store::ImportKey> m_portions;
};

}  // namespace refrain::service
