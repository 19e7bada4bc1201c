#pragma once

#include "service/background/portions.h"
#include "service/imports/importundo.h"

namespace refrain::service {

/// Takes gathered imports over, a part of their rows in each transaction, so that it goes on after a restart where it
/// was; and ends those that a second admin was asked about in vain. Any thread; borrowed objects outlive it.
class HeldImports {
public:
    HeldImports(const ImportDesk::Parts& parts, ImportUndo& undo, TaskPool& tasks)
        : m_parts(parts), m_undo(undo), m_portions(tasks, [this](const store::ImportKey& key) { return step(key); })
    {
    }

    /// What an approved request is about may begin; start() then does.
    [[nodiscard]] Result<> release(WorkspaceTransaction& transaction, const Approval& approval);
    void start(const WorkspaceId& workspace, const Approval& approval);
    /// Nothing comes of the request any more: its rows are forgotten.
    [[nodiscard]] Result<> drop(WorkspaceTransaction& transaction, const Approval& approval,
                                const EditContext& context);

    /// The first part, and the rest in the background.
    [[nodiscard]] Result<> begin(const store::ImportKey& key);
    /// Goes on with what was begun and is not done, be it this or the undo.
    [[nodiscard]] Result<> resumeAll();
    /// One part; true while there are more.
    [[nodiscard]] Result<bool> step(const store::ImportKey& key);
    /// Begins no further portion.
    void stop()
    {
        m_portions.stop();
        m_undo.stop();
    }

private:
    ImportDesk::Parts m_parts;
    ImportUndo& m_undo;
    Portions<store::ImportKey> m_portions;
};

}  // namespace refrain::service
