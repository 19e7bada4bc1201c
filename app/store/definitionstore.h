#pragma once

#include "base/clock.h"
#include "domain/actor.h"
#include "store/database.h"

#include <QJsonObject>

namespace refrain::store {

/// Something that an admin defined by name: a template, a workflow, a playbook.
struct Definition {
    QString slug;
    QJsonObject body;  ///< Checked before it was stored.
    qint64 version = 0;
    Millis updatedAt = 0;
    Actor updatedBy;
};

/// The definitions of one kind, in every workspace.
class DefinitionStore {
public:
    DefinitionStore(Database& database, QString kind) : m_database(database), m_kind(std::move(kind)) {}

    [[nodiscard]] Result<std::optional<Definition>> find(const WorkspaceId& workspace, const QString& slug);
    /// By slug, after the slug `after`.
    [[nodiscard]] Result<std::vector<Definition>> page(const WorkspaceId& workspace, const QString& after, int limit);
    /// Adds or replaces.
    [[nodiscard]] Result<> put(const WorkspaceId& workspace, const Definition& definition);

private:
    Database& m_database;
    QString m_kind;
};

/// Deletes the name of whoever edited definitions last; their id stays. How many those were.
[[nodiscard]] Result<qint64> forgetEditor(Database& database, const WorkspaceId& workspace, const SubjectId& editor);

}  // namespace refrain::store
