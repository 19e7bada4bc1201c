#pragma once

#include "service/playbooks/playbookcopy.h"
#include "service/usecases/categorywriter.h"
#include "service/usecases/notificationdesk.h"
#include "service/workflows/recipientfinder.h"

namespace refrain::service {

/// Puts a workspace's copy of a playbook into force and takes it back. What it changes and the note that it is
/// published are one transaction. Waits for Slack where an announcement asks who is in a channel: background threads
/// only.
class PlaybookPublisher {
public:
    struct Parts {
        WorkspaceWriter& writer;
        DefinitionDesk& copies;
        const PlaybookLibrary& library;
        CategoryWriter& categories;
        NotificationDesk& notifications;
        RecipientFinder& finder;
        store::DatabasePool& pool;
        const Clock& clock;
    };

    explicit PlaybookPublisher(const Parts& parts) : m_parts(parts) {}

    /// Nothing changes where it is published already. Conflict where another one says the same sentences, and where
    /// somebody would announce to many what they have not sent to themselves.
    [[nodiscard]] Result<store::Definition> publish(const WorkspaceId& workspace, const QString& slug,
                                                    const EditContext& context);
    /// Policies return to what they were unless somebody changed them since; an announcement stops where it stands.
    [[nodiscard]] Result<store::Definition> unpublish(const WorkspaceId& workspace, const QString& slug,
                                                      const EditContext& context);

    /// Whom an announcement is for, as of now.
    [[nodiscard]] Result<std::vector<SubjectId>> recipients(const WorkspaceId& workspace, const PlaybookCopy& copy)
    {
        return m_parts.finder.find(workspace, copy.recipients);
    }
    /// The announcement in its own words.
    [[nodiscard]] Result<QString> announcement(const WorkspaceId& workspace, const PlaybookCopy& copy);

private:
    struct Act;
    [[nodiscard]] Result<> checkClash(const Act& act);
    [[nodiscard]] Result<> announce(Act& act);
    [[nodiscard]] Result<> setPolicy(Act& act, Resubscribe from, Resubscribe to);
    [[nodiscard]] Result<> note(Act& act, store::Database& database);
    [[nodiscard]] Result<> noteAlone(Act& act);
    [[nodiscard]] Result<> audit(const Act& act, WorkspaceTransaction& transaction);
    [[nodiscard]] Result<Act> begin(const WorkspaceId& workspace, const QString& slug, const EditContext& context);

    Parts m_parts;
};

}  // namespace refrain::service
