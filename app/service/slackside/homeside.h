#pragma once

#include "service/slackside/apphome.h"
#include "service/slackside/directoryevents.h"
#include "service/slackside/homewatch.h"
#include "service/slackside/mydata.h"

namespace refrain::service {

/// The App Home and Slack's events, composed. Outlives the dispatcher that it is added to.
class HomeSide {
public:
    struct Parts {
        store::DatabasePool& pool;
        const store::Vault& vault;
        WorkspaceWriter& writer;
        DirectoryWriter& directory;
        Visitors& visitors;
        PreferenceWriter& preferences;
        const Decider& decider;
        ChangeFeed& feed;
        TokenKeeper& slack;
        ConsoleTokens& sessions;
        const Voice& voice;
        const Clock& clock;
        Random& random;
    };

    explicit HomeSide(const Parts& parts);
    /// Ends the journal's runs.
    ~HomeSide();
    HomeSide(const HomeSide&) = delete;
    HomeSide& operator=(const HomeSide&) = delete;

    void addTo(Dispatcher& dispatcher);
    /// Once a minute.
    void keepJournal() { m_journal.keep(); }
    /// What SocketMode reports: logged, and journaled for every connected workspace.
    void reportLine(const QString& sentence, bool forGood);

private:
    Parts m_parts;
    MyData m_data;
    AppHome m_home;
    HomeWatch m_watch;
    SubjectRekeyer m_rekeyer;
    EventsJournal m_journal;
    DirectoryEvents m_events;
};

}  // namespace refrain::service
