#pragma once

#include "domain/approval.h"
#include "service/usecases/editcontext.h"
#include "service/usecases/workspacewriter.h"
#include "store/notificationstore.h"

#include <functional>

namespace refrain::service {

/// A notification as it stands.
struct NotificationView {
    Notification notification;
    NotificationSummary summary;
    std::optional<Approval> approval = {};  ///< Of one just created: it waits for this, and nothing is sent before.
};

/// Takes notifications on, and pauses, resumes and cancels them; each such act is audited. Any thread.
class NotificationDesk {
public:
    /// More recipients than this need a test message to oneself first.
    static constexpr qsizetype manyRecipients = 100;
    /// For so long a test message counts.
    static constexpr Millis testTime = 24LL * 60 * 60 * 1000;

    enum class Act { Pause, Resume, Cancel };

    /// Runs inside the transaction, after everything else; an error undoes all.
    using BeforeCommit = std::function<Result<>(store::Database&, const NotificationView&)>;
    /// Told after the commit which notification is to be sent.
    using Start = std::function<void(const store::NotificationKey&)>;
    /// Returns once nothing of it is on its way to Slack, or after some seconds.
    using Settle = std::function<void(const store::NotificationKey&)>;

    /// Asks a second admin where the workspace's rule wants one; nothing where it does not. Called inside the
    /// transaction that creates the notification; one of another notification: the same one waits already.
    using Gate = std::function<Result<std::optional<Approval>>(
        WorkspaceTransaction&, const Notification&, const std::vector<SubjectId>& recipients, const EditContext&)>;

    NotificationDesk(store::DatabasePool& pool, WorkspaceWriter& writer, Random& random, Start start, Settle settle,
                     Gate gate = {})
        : m_pool(pool),
          m_writer(writer),
          m_random(random),
          m_start(std::move(start)),
          m_settle(std::move(settle)),
          m_gate(std::move(gate))
    {
    }

    /// Of `wish` count category, message, template and workflow. Invalid where the category is unknown or archived,
    /// Conflict where people would write to many what they have not sent to themselves; keys and schedules are no
    /// people and have no self. One that waits for approval and says the same to the same is answered in its place.
    [[nodiscard]] Result<NotificationView> create(const WorkspaceId& workspace, const Notification& wish,
                                                  const std::vector<SubjectId>& recipients, const EditContext& context,
                                                  const BeforeCommit& beforeCommit = {});

    /// NotFound where there is none.
    [[nodiscard]] Result<NotificationView> find(const store::NotificationKey& key);
    /// Newest first.
    [[nodiscard]] Result<std::vector<NotificationView>> list(const WorkspaceId& workspace,
                                                             const store::NotificationFilter& filter,
                                                             const store::NotificationPosition& after, int limit);
    [[nodiscard]] Result<std::vector<NotificationRecipient>> recipients(const store::NotificationKey& key, qint64 after,
                                                                        int limit);

    /// An act that changes nothing succeeds; one that comes too late is Conflict. Pause and Cancel wait for what is on
    /// its way to Slack, so that their counts are final where none is underway: background threads only.
    [[nodiscard]] Result<NotificationView> act(const store::NotificationKey& key, Act act, const EditContext& context);

    /// One that waited for approval may go out, or never will, for the reason given; inside a transaction of the
    /// caller's, who begins it afterwards with start(). Conflict where it is over already.
    [[nodiscard]] Result<> release(WorkspaceTransaction& transaction, const QString& id, const EditContext& context);
    [[nodiscard]] Result<> drop(WorkspaceTransaction& transaction, const QString& id, const QString& why,
                                const EditContext& context);
    void start(const store::NotificationKey& key) const { m_start(key); }

private:
    [[nodiscard]] Result<> moveTo(WorkspaceTransaction& transaction, const store::NotificationKey& key,
                                  NotificationState state, const QString& why);
    [[nodiscard]] Result<NotificationView> change(WorkspaceTransaction& transaction, const store::NotificationKey& key,
                                                  Act act, const EditContext& context);

    store::DatabasePool& m_pool;
    WorkspaceWriter& m_writer;
    Random& m_random;
    Start m_start;
    Settle m_settle;
    Gate m_gate;
};

}  // namespace refrain::service
