#include "store/definitionstore.h"

#include <QJsonDocument>

namespace refrain::store {
namespace {

Definition read(const Row& row)
{
    Definition definition;
    definition.slug = row.text(0);
    definition.body = QJsonDocument::fromJson(row.text(1).toUtf8()).object();
    definition.version = row.integer(2);
    definition.updatedAt = row.integer(3);
    definition.updatedBy = {actorKindFromString(row.text(4)).value_or(ActorKind::System), row.text(5), row.text(6)};
    return definition;
}

}  // namespace

Result<std::optional<Definition>> DefinitionStore::find(const WorkspaceId& workspace, const QString& slug)
{
    return m_database.first(
        "SELECT slug, body, version, updated_at, actor_kind, actor_id, actor_name FROM definitions"
        " WHERE workspace = ? AND kind = ? AND slug = ?",
        {workspace, m_kind, slug}, read);
}

Result<std::vector<Definition>> DefinitionStore::page(const WorkspaceId& workspace, const QString& after, int limit)
{
    return m_database.all(
        "SELECT slug, body, version, updated_at, actor_kind, actor_id, actor_name FROM definitions"
        " WHERE workspace = ? AND kind = ? AND slug > ? ORDER BY slug LIMIT ?",
        {workspace, m_kind, after, limit}, read);
}

Result<> DefinitionStore::put(const WorkspaceId& workspace, const Definition& definition)
{
    const Result<qint64> done = m_database.run(
        "INSERT INTO definitions (workspace, kind, slug, body, version, updated_at, actor_kind, actor_id, actor_name)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (workspace, kind, slug) DO UPDATE SET body = excluded.body,"
        " version = excluded.version, updated_at = excluded.updated_at, actor_kind = excluded.actor_kind,"
        " actor_id = excluded.actor_id, actor_name = excluded.actor_name",
        {workspace, m_kind, definition.slug, Value::utf8(QJsonDocument(definition.body).toJson(QJsonDocument::Compact)),
         definition.version, definition.updatedAt, toString(definition.updatedBy.kind), definition.updatedBy.id,
         definition.updatedBy.name});
    return done ? Result<>() : Result<>(done.error());
}

Result<qint64> forgetEditor(Database& database, const WorkspaceId& workspace, const SubjectId& editor)
{
    return database.run(
        "UPDATE definitions SET actor_name = '' WHERE workspace = ? AND actor_id = ? AND actor_name <> ''",
        {workspace, editor});
}

}  // namespace refrain::store
