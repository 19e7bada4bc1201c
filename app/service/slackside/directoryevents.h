#pragma once

#include "service/installations/tokenkeeper.h"
#include "service/oauth/consoletokens.h"
#include "service/slackside/dispatcher.h"
#include "service/slackside/eventsjournal.h"
#include "service/usecases/subjectrekeyer.h"
#include "store/vault.h"

namespace refrain::service {

/// Brings what Slack tells of people, channels and the installation into the directory, as it happens.
///
/// Slack promises no order: news older than what is known is passed over, and the directory's next reading mends the
/// rest. Somebody who is deactivated loses all console sessions with the same event. Choices are never touched; where a
/// channel gets another id, they go with it.
class DirectoryEvents {
public:
    struct Parts {
        store::DatabasePool& pool;
        const store::Vault& vault;
        DirectoryWriter& directory;
        SubjectRekeyer& rekeyer;
        ConsoleTokens& sessions;
        TokenKeeper& slack;
        EventsJournal& journal;
    };

    explicit DirectoryEvents(const Parts& parts) : m_parts(parts) {}

    void addTo(Dispatcher& dispatcher);

    /// Of whatever type; others do nothing. Journaled.
    [[nodiscard]] Result<> hear(const slack::Event& event);

private:
    [[nodiscard]] Result<SyncCounts> handle(const slack::Event& event);
    [[nodiscard]] Result<SyncCounts> person(const slack::Event& event);
    [[nodiscard]] Result<SyncCounts> channel(const slack::Event& event);
    [[nodiscard]] Result<SyncCounts> newChannelId(const slack::Event& event);
    [[nodiscard]] Result<SyncCounts> teamRenamed(const slack::Event& event);
    [[nodiscard]] Result<SyncCounts> uninstalled(const slack::Event& event);
    [[nodiscard]] Result<SyncCounts> tokensRevoked(const slack::Event& event);

    [[nodiscard]] bool isOld(const slack::Event& event, const QString& channel, const std::optional<Subject>& known);
    [[nodiscard]] Result<SyncCounts> lose(const slack::Event& event, store::WorkspaceStatus status);

    Parts m_parts;
    std::mutex m_mutex;                  // guards m_lastHeard
    QHash<QString, Millis> m_lastHeard;  ///< Of each channel: its events bear no state's time of their own.
};

}  // namespace refrain::service
