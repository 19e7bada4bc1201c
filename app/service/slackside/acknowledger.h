#pragma once

#include "service/background/taskpool.h"
#include "service/installations/tokenkeeper.h"
#include "service/playbooks/voice.h"
#include "service/slackside/choicemessages.h"
#include "service/usecases/preferencewriter.h"
#include "store/outboxstore.h"

#include <atomic>
#include <mutex>

namespace refrain::service {

/// Tells people, by a direct message, what others changed for them: staff, the API, a link. Once per change, nothing
/// else in it.
///
/// A change leaves an outbox row in its own transaction. The message goes out after the wait in which a slip is undone;
/// what was taken back by then is not told, and several changes of one person become one message. That a message is
/// about to be posted is written down before, its outcome after: whatever may have been posted is never posted again.
/// Failures are journaled as sync runs.
class Acknowledger {
public:
    static constexpr Millis wait = 15'000;
    static constexpr Millis longestWait = 120'000;  ///< However many changes follow each other.
    static constexpr Millis givesUpAfter = 24LL * 3600 * 1000;
    static constexpr Millis longestTry = 180'000;  ///< A try that began before that has died.

    struct Parts {
        store::DatabasePool& pool;
        TokenKeeper& slack;
        const Decider& decider;
        const Voice& voice;
        const Clock& clock;
    };

    explicit Acknowledger(const Parts& parts) : m_parts(parts), m_tasks(1, 2) {}

    /// Whom PreferenceWriter must tell of a change. Bulk changes, imports and connectors tell nobody; what people do in
    /// Slack is answered there.
    [[nodiscard]] static Result<std::vector<PreferenceWriter::Follower>> followersOf(
        store::Database& database, const PreferenceWriter::Accepted& accepted);

    /// A message that is ready, such as the answer to a direct message.
    struct Ready {
        QString channel;
        Told message;
    };
    /// REQUIRES: the transaction of the change `seq`.
    [[nodiscard]] Result<> enqueue(store::Database& database, const WorkspaceId& workspace, qint64 seq,
                                   const Ready& ready) const;

    /// Sends what is due, and returns when it is sent; what a crash interrupted is journaled instead. Any thread.
    [[nodiscard]] Result<> work();
    /// Has work() done soon, in the background; cheap where nothing is due. Any thread.
    void wake();

private:
    struct Group;
    struct Composed;
    [[nodiscard]] Result<std::vector<Group>> groups(const WorkspaceId& workspace);
    [[nodiscard]] Result<> settleInterrupted();
    [[nodiscard]] bool isDue(const Group& group) const;
    [[nodiscard]] Result<std::optional<Composed>> compose(const WorkspaceId& workspace, const Group& group);
    [[nodiscard]] Result<bool> begin(store::Database& database, const WorkspaceId& workspace, const Group& group) const;
    [[nodiscard]] Result<> send(const WorkspaceId& workspace, const Group& group);
    [[nodiscard]] Result<> settle(const WorkspaceId& workspace, const Group& group, const Error* failure);
    [[nodiscard]] Result<> drop(const WorkspaceId& workspace, const Group& group);

    Parts m_parts;
    std::mutex m_working;
    std::atomic<bool> m_isAwake = false;
    TaskPool m_tasks;  // last: its thread ends before what it uses
};

}  // namespace refrain::service
