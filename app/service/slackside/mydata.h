#pragma once

#include "service/installations/tokenkeeper.h"
#include "service/playbooks/voice.h"
#include "service/usecases/workspacewriter.h"

namespace refrain::service {

/// "My data" of the App Home. Blocks on Slack: background threads only. The answers are sentences for the person.
class MyData {
public:
    struct Parts {
        store::DatabasePool& pool;
        WorkspaceWriter& writer;
        TokenKeeper& slack;
        const Voice& voice;
        const Clock& clock;
    };
    explicit MyData(const Parts& parts) : m_parts(parts) {}

    /// Everything held about the person, into their own direct message with the app: no link that somebody else, or
    /// Slack's own preview of it, could open.
    [[nodiscard]] Result<QString> send(const WorkspaceId& workspace, const SubjectId& person);

    /// Enters the audit log, once in 30 days, and tells the admins. Erasing is theirs.
    [[nodiscard]] Result<QString> askForErasure(const WorkspaceId& workspace, const SubjectId& person,
                                                const QString& name);

private:
    [[nodiscard]] Result<bool> wasAsked(const WorkspaceId& workspace, const SubjectId& person);
    [[nodiscard]] int tellAdmins(const WorkspaceId& workspace, const SubjectId& person);
    [[nodiscard]] Result<> say(const WorkspaceId& workspace, const QString& to, const QString& text);

    /// In the language of whoever is told; English where they are not in the directory.
    [[nodiscard]] Speech speechFor(const WorkspaceId& workspace, const SubjectId& person) const;

    Parts m_parts;
};

}  // namespace refrain::service
