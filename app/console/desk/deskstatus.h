#pragma once

#include "base/clock.h"
#include "domain/actor.h"
#include "domain/syncrun.h"

#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace refrain::console {

struct ConnectionState {
    enum class Kind {
        Connecting,  ///< Trying; nothing has answered yet in this run.
        Online,
        Offline,       ///< Network or backend away; everything can be browsed, filtered and changed meanwhile.
        SessionEnded,  ///< Revoked, expired or signed out: sign in again. People are wiped here, the outbox is kept.
    };
    Kind kind = Kind::Connecting;
    std::optional<Millis> since;  ///< Offline: the last contact, as far as one is known. SessionEnded: its end.
    QString sentence;             ///< What happened, what was kept, what to do. Empty while online.
    friend bool operator==(const ConnectionState&, const ConnectionState&) = default;
};

/// How far the tables are filled.
struct LoadProgress {
    enum class Stage { Cache, FirstSync, Done };
    Stage stage = Stage::Cache;
    qint64 done = 0;
    qint64 total = 0;  ///< 0: not known yet.
    std::optional<Millis> startedAt =
        std::nullopt;  ///< Of this run of the first sync, which began with `startedWith` done.
    qint64 startedWith = 0;
    bool stopped = false;  ///< Somebody stopped the first sync: it goes on when asked to.
    friend bool operator==(const LoadProgress&, const LoadProgress&) = default;
};

/// The workspace one is signed in to, as far as known; empty texts before the first answer or cache.
struct WorkspaceInfo {
    QString id;
    QString name;
    QUrl backend;
    QString userId;  ///< Oneself.
    QString userName;
    Role role = Role::Viewer;
    QStringList scopes;          ///< What Slack granted.
    QStringList missingScopes;   ///< What Refrain wants beside them.
    QStringList scopeSentences;  ///< What does not work without them, in the backend's words.
    std::optional<Millis> directorySyncedAt;
    QString auditKey;  ///< Verifier key of the audit log's checkpoints, vkey form.
    qint64 people = 0;
    qint64 channels = 0;
    friend bool operator==(const WorkspaceInfo&, const WorkspaceInfo&) = default;
};

/// Whether console and backend hold the same preferences, by comparing digests at the same sequence number.
struct Agreement {
    enum class Kind { Unknown, Checking, Agree, Disagree };
    Kind kind = Kind::Unknown;
    qint64 compared = 0;  ///< Stored choices.
    std::optional<Millis> checkedAt;
    std::optional<Millis> agreedAt;  ///< When both were last found equal, also in an earlier run; `agreedOn` choices.
    qint64 agreedOn = 0;
    QString sentence;  ///< "312 own choices compared, digests equal."
    friend bool operator==(const Agreement&, const Agreement&) = default;
};

/// One exchange between two systems, for the Sync screen.
struct Exchange {
    enum class Between { ConsoleBackend, BackendSlack, BackendConnector };
    QString id;
    Between between = Between::ConsoleBackend;
    QString what;    ///< "Directory", "1 change", "Agreement check".
    QString result;  ///< In words: "12 pages, 3 changed, 1 gone".
    Millis startedAt = 0;
    std::optional<Millis> finishedAt;
    SyncOutcome outcome = SyncOutcome::Running;
    SyncCounts counts;
    QString error;  ///< A sentence; empty where nothing failed.
};

/// One sentence of the status line.
struct StatusSentence {
    enum class Tone { Danger, Waiting, Calm, Good };
    /// The list that tells more.
    enum class About { Nothing, Log, Exchanges, People, Approvals };
    Tone tone = Tone::Calm;
    QString text;
    About about = About::Nothing;
    friend bool operator==(const StatusSentence&, const StatusSentence&) = default;
};

}  // namespace refrain::console

Q_DECLARE_METATYPE(refrain::console::ConnectionState)
Q_DECLARE_METATYPE(refrain::console::LoadProgress)
Q_DECLARE_METATYPE(refrain::console::WorkspaceInfo)
Q_DECLARE_METATYPE(refrain::console::Agreement)
