#include "store/profilestore.h"

namespace refrain::store {
namespace {

/// What stands sealed in the table.
struct SealedProfile {
    Profile profile;
    QByteArray address;
    QByteArray accessToken;
};

Vault::Place placeOf(const WorkspaceId& workspace, const char* column)
{
    return {QStringLiteral("profiles"), workspace.toString(), QString::fromLatin1(column)};
}

}  // namespace

Result<std::optional<Profile>> ProfileStore::find(const WorkspaceId& workspace, const QString& distinctId)
{
    const auto found = m_database.first(
        "SELECT distinct_id, address_kind, address, access_token, alias_of, resolved, problem, updated_at FROM profiles"
        " WHERE workspace = ? AND distinct_id = ?",
        {workspace, distinctId}, [](const Row& row) {
            Profile profile;
            profile.distinctId = row.text(0);
            profile.addressKind = row.text(1);
            profile.aliasOf = row.id<SubjectId>(4);
            profile.resolved = row.id<SubjectId>(5);
            profile.problem = row.text(6);
            profile.updatedAt = row.integer(7);
            return SealedProfile{profile, row.bytes(2), row.bytes(3)};
        });
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<Profile>();
    const Result<Secret> address = m_vault.open((*found)->address, placeOf(workspace, "address"));
    const Result<Secret> token = m_vault.open((*found)->accessToken, placeOf(workspace, "access_token"));
    if (!address || !token)
        return !address ? address.error() : token.error();
    Profile profile = (*found)->profile;
    profile.address = *address;
    profile.accessToken = *token;
    return std::optional<Profile>(std::move(profile));
}

Result<std::vector<Profile>> ProfileStore::leadingTo(const WorkspaceId& workspace, const SubjectId& subject)
{
    const auto ids = m_database.all(
        "SELECT distinct_id FROM profiles WHERE workspace = ? AND (alias_of = ? OR resolved = ?) ORDER BY distinct_id",
        {workspace, subject, subject}, [](const Row& row) { return row.text(0); });
    if (!ids)
        return ids.error();
    std::vector<Profile> profiles;
    for (const QString& id : *ids) {
        Result<std::optional<Profile>> profile = find(workspace, id);
        if (!profile)
            return profile.error();
        if (*profile)
            profiles.push_back(**std::move(profile));
    }
    return profiles;
}

Result<> ProfileStore::put(const WorkspaceId& workspace, const Profile& profile)
{
    const Result<qint64> done = m_database.run(
        "INSERT OR REPLACE INTO profiles (workspace, distinct_id, address_kind, address, access_token, alias_of,"
        " resolved, problem, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {workspace, profile.distinctId, profile.addressKind,
         m_vault.seal(profile.address, placeOf(workspace, "address")),
         m_vault.seal(profile.accessToken, placeOf(workspace, "access_token")), profile.aliasOf, profile.resolved,
         profile.problem, profile.updatedAt});
    return done ? Result<>() : Result<>(done.error());
}

Result<qint64> forgetProfiles(Database& database, const WorkspaceId& workspace, const SubjectId& subject)
{
    return database.run("DELETE FROM profiles WHERE workspace = ? AND (distinct_id = ? OR alias_of = ?)",
                        {workspace, subject, subject});
}

}  // namespace refrain::store
