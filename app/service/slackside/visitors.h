#pragma once

#include "base/result.h"
#include "domain/actor.h"
#include "domain/subject.h"
#include "service/usecases/directorywriter.h"
#include "store/databasepool.h"

namespace refrain::service {

/// The person behind a command, a press or a message in Slack.
struct Visitor {
    WorkspaceId workspace;
    Subject subject;

    [[nodiscard]] Actor actor() const;
    /// An admin or owner of the Slack workspace.
    [[nodiscard]] bool isAdmin() const;
};

/// Finds out who stands at the desk. Any thread.
class Visitors {
public:
    Visitors(store::DatabasePool& pool, DirectoryWriter& directory) : m_pool(pool), m_directory(directory) {}

    /// Whom Slack's payload says. Somebody who is not in the directory yet (a stranger of Slack Connect, a newcomer)
    /// enters it here: nobody is kept from opting out. `isStranger`: the person's own team is another one.
    /// NotFound where the workspace is not connected.
    [[nodiscard]] Result<Visitor> admit(const WorkspaceId& workspace, const SubjectId& user, const QString& name,
                                        bool isStranger = false);

private:
    store::DatabasePool& m_pool;
    DirectoryWriter& m_directory;
};

}  // namespace refrain::service
