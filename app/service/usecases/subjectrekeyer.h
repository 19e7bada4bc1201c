#pragma once

#include "service/usecases/workspacewriter.h"
#include "store/vault.h"

namespace refrain::service {

/// Moves what is stored under one id to another, where Slack gave a channel a new one (`channel_id_changed`).
class SubjectRekeyer {
public:
    SubjectRekeyer(WorkspaceWriter& writer, const store::Vault& vault) : m_writer(writer), m_vault(vault) {}

    /// The new id gets the directory's row and every choice that it has no later one of its own for, each as a change
    /// of its own and audited; profiles, links, whatever waits to be sent and the recipients of workflows and playbooks
    /// lead to it; the old id is marked deleted, keeps its history and leads to the new one (Subject::movedTo). False
    /// where there was nothing to move. In one transaction; doing it again moves nothing.
    [[nodiscard]] Result<bool> move(const WorkspaceId& workspace, const SubjectId& from, const SubjectId& to);

private:
    WorkspaceWriter& m_writer;
    const store::Vault& m_vault;
};

}  // namespace refrain::service
