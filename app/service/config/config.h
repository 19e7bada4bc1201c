#pragma once

#include "base/id.h"
#include "base/secret.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace refrain::service {

/// Which workspaces may be connected (REFRAIN_WORKSPACES).
class WorkspacePolicy {
public:
    /// Closed after the first.
    WorkspacePolicy() = default;
    /// `names`: `T…`/`E…` ids, or `*` alone for any.
    explicit WorkspacePolicy(QStringList names);

    /// A workspace that is known already may always come back; `anyKnown`: some workspace is connected.
    [[nodiscard]] bool admits(const WorkspaceId& workspace, bool isKnown, bool anyKnown) const;

private:
    QStringList m_names;
};

/// The Slack app that Refrain runs as; empty fields are not configured.
struct SlackApp {
    QUrl url{QStringLiteral("https://slack.com")};
    QString clientId;
    Secret clientSecret;
    Secret signingSecret;
    Secret appToken;

    /// The REFRAIN_ variables without which nobody can connect or sign in; empty when all are there.
    [[nodiscard]] QStringList missing() const;
};

/// The configuration of refraind, read and checked (contract, Configuration).
struct Config {
    QString listenHost = QStringLiteral("127.0.0.1");  ///< Without brackets.
    quint16 listenPort = 8470;                         ///< 0: any free one.
    QUrl publicUrl;                                    ///< Empty: http://localhost:<real port>.
    QString dataDir;
    QString database;        ///< sqlite:///path or postgresql://…; may hold a password, never log it.
    QString databaseListen;  ///< Empty: as `database`.
    SlackApp slack;
    WorkspacePolicy workspaces;
    QString keyFile;
    Secret metricsToken;
    QString logLevel = QStringLiteral("info");
};

}  // namespace refrain::service
