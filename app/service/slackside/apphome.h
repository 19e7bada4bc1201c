#pragma once

#include "service/installations/tokenkeeper.h"
#include "service/playbooks/voice.h"
#include "service/slackside/dispatcher.h"
#include "service/slackside/homeview.h"
#include "service/slackside/visitors.h"
#include "service/usecases/directorywriter.h"
#include "service/usecases/preferencewriter.h"

#include <array>

namespace refrain::service {

class MyData;

/// The App Home of every person: published when it is opened and after what is done there, with what is in force at
/// that moment. Whoever opens it before the directory knows them is made known. Blocks on Slack: background threads.
class AppHome {
public:
    struct Parts {
        store::DatabasePool& pool;
        const Decider& decider;
        PreferenceWriter& preferences;
        DirectoryWriter& directory;
        Visitors& visitors;
        TokenKeeper& slack;
        MyData& data;
        const Voice& voice;
        const Clock& clock;
        /// Told of each Home that was opened and published, with all changes up to `seq` in it. May be empty.
        std::function<void(const WorkspaceId&, const SubjectId&, qint64 seq)> opened;
    };

    explicit AppHome(const Parts& parts) : m_parts(parts) {}

    /// Takes `app_home_opened` and the presses of the Home.
    void addTo(Dispatcher& dispatcher);

    /// `notice`: what became of a press, where that needs words.
    [[nodiscard]] Result<> publish(const WorkspaceId& workspace, const SubjectId& person, const QString& notice = {});

private:
    /// The number of the last change that it shows.
    [[nodiscard]] Result<qint64> publishNow(const WorkspaceId& workspace, const SubjectId& person,
                                            const QString& notice);
    [[nodiscard]] Result<HomeFacts> gather(const WorkspaceId& workspace, const SubjectId& person);
    [[nodiscard]] Result<> introduce(const WorkspaceId& workspace, const SubjectId& person);
    [[nodiscard]] Result<> opened(const slack::Event& event);
    void choose(const slack::Interaction& press);
    void chooseForAll(const slack::Interaction& press);
    void askForData(const slack::Interaction& press);
    /// Carries the wish out for whoever pressed, and shows what is then in force. `in`: what "on" is there.
    void apply(const slack::Interaction& press, ChangeRequest wish, PreferenceState in);
    /// What to say of it, in mrkdwn.
    [[nodiscard]] Result<QString> carryOut(const slack::Interaction& press, ChangeRequest wish, PreferenceState in);
    void show(const slack::Interaction& press, const QString& notice);
    [[nodiscard]] std::mutex& lockOf(const SubjectId& person);

    Parts m_parts;
    std::array<std::mutex, 16> m_locks;  // one person's Home is read and published by one thread at a time
};

}  // namespace refrain::service
