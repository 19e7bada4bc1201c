#pragma once

#include "base/id.h"
#include "base/result.h"
#include "domain/actor.h"
#include "domain/syncrun.h"

#include <QJsonObject>
#include <QStringList>

namespace refrain::wire {

/// `GET /v1/workspaces/{workspace}`: `{"id", "name", "domain", "counts": {"people", "channels", "profiles"},
/// "scopes", "missingScopes", "lastSync": sync run or null, "auditKey", "settings",
/// "session": {"user", "name", "role"}}`.
struct WorkspaceView {
    WorkspaceId id;
    QString name;
    QString domain;
    qint64 people = 0;
    qint64 channels = 0;
    qint64 profiles = 0;
    QStringList scopes;         ///< What Slack granted.
    QStringList missingScopes;  ///< What Refrain wants beside them.
    std::optional<SyncRun> lastSync;
    QString auditKey;  ///< Verifier key of the audit log's checkpoints, vkey form.
    QJsonObject settings;
    QString user;  ///< Whose session asks; empty for API keys.
    QString userName;
    Role role = Role::Viewer;

    friend bool operator==(const WorkspaceView&, const WorkspaceView&) = default;
};

[[nodiscard]] QJsonObject toJson(const WorkspaceView& view);
[[nodiscard]] Result<WorkspaceView> workspaceFromJson(const QJsonObject& object);

}  // namespace refrain::wire
