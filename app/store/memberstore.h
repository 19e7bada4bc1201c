#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "domain/actor.h"
#include "store/database.h"

namespace refrain::store {

/// Who may use the console in a workspace, and as what.
struct Member {
    QString user;  ///< Slack user id.
    QString name;
    Role role = Role::Viewer;
    QString grantedBy;  ///< Slack user id; empty: by installing.
    Millis grantedAt = 0;

    friend bool operator==(const Member&, const Member&) = default;
};

class MemberStore {
public:
    explicit MemberStore(Database& database) : m_database(database) {}

    [[nodiscard]] Result<std::optional<Member>> find(const WorkspaceId& workspace, const QString& user);
    [[nodiscard]] Result<std::vector<Member>> all(const WorkspaceId& workspace);
    /// Adds the member or changes the role.
    [[nodiscard]] Result<> put(const WorkspaceId& workspace, const Member& member);
    /// False where there was none.
    [[nodiscard]] Result<bool> remove(const WorkspaceId& workspace, const QString& user);
    /// Whether somebody besides `user` is admin and still active in Slack.
    [[nodiscard]] Result<bool> hasOtherAdmin(const WorkspaceId& workspace, const QString& user);
    /// How many are admin and still active in Slack.
    [[nodiscard]] Result<qint64> admins(const WorkspaceId& workspace);
    /// The same without `user`, and without those whom `granter` made it after `since`.
    [[nodiscard]] Result<qint64> adminsBesides(const WorkspaceId& workspace, const QString& user,
                                               const QString& granter, Millis since);

private:
    Database& m_database;
};

}  // namespace refrain::store
