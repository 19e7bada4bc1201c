#pragma once

#include "base/random.h"
#include "base/result.h"
#include "base/secret.h"
#include "console/accounts/profile.h"

#include <QObject>
#include <QStringList>
#include <QUrl>

#include <memory>

namespace refrain::console {

class ChildProgram;

/// What "Run it on this computer" asks for, once. Written to the backend's own configuration file (mode 0600) and kept
/// nowhere else.
struct SlackAppCredentials {
    QString clientId;
    Secret clientSecret;
    Secret signingSecret;
    Secret appToken;  ///< xapp-…, for Socket Mode; may be empty.
};

/// Starts and supervises a backend on this computer: `refraind serve --embedded`, and `refrain-sandbox` before it where
/// practice is asked for. Both are children: they stop when this object goes, and cleanly. UI thread; nothing blocks.
class LocalBackend : public QObject {
    Q_OBJECT
public:
    enum class Mode { Practice, Embedded };
    enum class State {
        Stopped,
        StartingPractice,  ///< The practice Slack.
        StartingBackend,
        Ready,       ///< url() and launchSecret() are good.
        Restarting,  ///< It ended by itself; sentence() says so; it is started again.
        Failed,      ///< Given up: sentence() says why and what to do.
    };

    LocalBackend(Profile profile, Random& random, QObject* parent = nullptr);
    ~LocalBackend() override;

    void start(Mode mode);
    /// Asks both to stop, and kills what has not after 10 s. stateChanged(Stopped) follows.
    void stop();

    [[nodiscard]] State state() const;
    /// What start() was last called with.
    [[nodiscard]] Mode mode() const;
    [[nodiscard]] QString sentence() const;
    /// The last lines that the programs wrote to standard error, for "details".
    [[nodiscard]] QString details() const;
    /// The backend's public address, whose host is what the browser must use. REQUIRES: Ready.
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QUrl practiceUrl() const;  ///< Of the practice Slack; empty in Embedded mode.
    /// For header Refrain-Launch; new with every start. REQUIRES: Ready.
    [[nodiscard]] Secret launchSecret() const;

    /// True once credentials were written for this profile.
    [[nodiscard]] bool hasCredentials() const;
    /// Other settings in the file are kept.
    [[nodiscard]] Result<> writeCredentials(const SlackAppCredentials& credentials);

    /// Where a program of Refrain's lies: beside the executable, then in libexec, then on PATH; empty: nowhere.
    [[nodiscard]] static QString findProgram(const QString& name);

signals:
    void stateChanged(refrain::console::LocalBackend::State state);

private:
    struct Data;
    std::unique_ptr<Data> d;

    void enter(State state, const QString& sentence);
    void launch();
    void launchBackend();
    void childDied(const ChildProgram& child, const QString& sentence);
};

}  // namespace refrain::console
