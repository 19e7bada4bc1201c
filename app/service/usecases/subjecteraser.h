#pragma once

#include "service/usecases/editcontext.h"
#include "service/usecases/workspacewriter.h"

#include <QJsonObject>

namespace refrain::service {

/// What an erasure deleted, and what it left.
struct Erasure {
    /// Something that is still there, and why; sentences.
    struct Kept {
        QString what;
        QString why;
    };
    qint64 auditEntries = 0;  ///< Entries whose values and salts are gone.
    qint64 changes = 0;       ///< Changes in the feed whose texts are gone.
    qint64 preferences = 0;   ///< Choices whose reason, ticket and maker's name are gone.
    qint64 profiles = 0;
    bool directory = false;  ///< Name, address and so on were there to delete.
    std::vector<Kept> kept;
    qint64 seq = 0;

    [[nodiscard]] bool isEmpty() const { return !directory && auditEntries + changes + preferences + profiles == 0; }
};

/// Deletes what tells about a subject and keeps what the opt-out needs to be honoured: the id, the links between ids
/// and the bare choices. In one transaction; the audit log still verifies, and says that it was done.
class SubjectEraser {
public:
    using BeforeCommit = std::function<Result<>(store::Database&, const Erasure&)>;

    explicit SubjectEraser(WorkspaceWriter& writer) : m_writer(writer) {}

    /// NotFound where there is no such subject. What was erased already is found empty, and nothing is written.
    [[nodiscard]] Result<Erasure> erase(const WorkspaceId& workspace, const SubjectId& subject,
                                        const EditContext& context, const BeforeCommit& beforeCommit = {});

private:
    WorkspaceWriter& m_writer;
};

}  // namespace refrain::service
