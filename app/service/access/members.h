#pragma once

#include "service/oauth/consoletokens.h"
#include "service/usecases/workspacewriter.h"
#include "store/memberstore.h"

namespace refrain::service {

/// Who may use the console, and as what. Each act is audited; the last admin stays. Any thread.
class Members {
public:
    Members(store::DatabasePool& pool, WorkspaceWriter& writer) : m_pool(pool), m_writer(writer) {}

    [[nodiscard]] Result<std::vector<store::Member>> all(const WorkspaceId& workspace);

    /// Gives somebody of the directory their first role. NotFound where nobody has that id, Conflict where they have a
    /// role already.
    [[nodiscard]] Result<store::Member> add(const WorkspaceId& workspace, const QString& user, Role role,
                                            const Actor& actor);
    /// NotFound where they have none; Conflict where nobody would be admin any more, or where the rule about approvals
    /// would end without the only other admin's agreement.
    [[nodiscard]] Result<store::Member> change(const WorkspaceId& workspace, const QString& user, Role role,
                                               const Actor& actor);
    /// The same; all their sessions end.
    [[nodiscard]] Result<> remove(const WorkspaceId& workspace, const QString& user, const Actor& actor);

private:
    store::DatabasePool& m_pool;
    WorkspaceWriter& m_writer;
};

}  // namespace refrain::service
