#pragma once

#include "service/usecases/workspacewriter.h"

namespace refrain::service {

/// Moves what is stored under one id to another, where Slack gave a channel a new one (`channel_id_changed`).
class SubjectRekeyer {
public:
    explicit SubjectRekeyer(WorkspaceWriter& writer) : m_writer(writer) {}

    /// The new id gets the directory's row and every choice that it has none of its own for, each as a change of its
    /// own and audited; the old id is marked deleted and keeps its history. False where there was nothing to move.
    /// In one transaction; doing it again moves nothing.
    [[nodiscard]] Result<bool> move(const WorkspaceId& workspace, const SubjectId& from, const SubjectId& to);

private:
    WorkspaceWriter& m_writer;
};

}  // namespace refrain::service
