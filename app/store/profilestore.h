#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/secret.h"
#include "store/database.h"
#include "store/vault.h"

namespace refrain::store {

/// How an external person or a channel is reached; only the address that wins is kept, sealed.
struct Profile {
    QString distinctId;   ///< `channel_<name>` for a channel.
    QString addressKind;  ///< incoming_webhook, channel_id, user_id, email
    Secret address;
    Secret accessToken;  ///< Empty for a webhook.
    SubjectId aliasOf;   ///< The member or channel that it is; empty: none.
    SubjectId resolved;  ///< The member that an e-mail address belongs to, here or in the token's workspace.
    QString problem;     ///< Slack's word for why it cannot be reached; empty: nothing is known against it.
    Millis updatedAt = 0;
};

class ProfileStore {
public:
    ProfileStore(Database& database, const Vault& vault) : m_database(database), m_vault(vault) {}

    [[nodiscard]] Result<std::optional<Profile>> find(const WorkspaceId& workspace, const QString& distinctId);
    /// Those that are an alias of the subject, or were found out to be reached there.
    [[nodiscard]] Result<std::vector<Profile>> leadingTo(const WorkspaceId& workspace, const SubjectId& subject);
    /// Adds or replaces.
    [[nodiscard]] Result<> put(const WorkspaceId& workspace, const Profile& profile);

private:
    Database& m_database;
    const Vault& m_vault;
};

/// Deletes how a subject is reached: its own profile and those that are aliases of it; how many they were.
[[nodiscard]] Result<qint64> forgetProfiles(Database& database, const WorkspaceId& workspace, const SubjectId& subject);

}  // namespace refrain::store
