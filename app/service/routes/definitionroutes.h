#pragma once

#include "service/background/taskpool.h"
#include "service/http/api.h"
#include "service/http/repeatable.h"
#include "service/usecases/definitiondesk.h"

namespace refrain::service {

/// What every kind of definition's routes are made of; all outlive the routes.
struct DefinitionRouteParts {
    DefinitionDesk& desk;
    Repeatable& repeatable;
    store::DatabasePool& pool;
    TaskPool& tasks;
    /// Adds to an answer what is not stored but follows. May be empty.
    std::function<void(const WorkspaceId&, const store::Definition&, QJsonObject&)> decorate = {};
};

/// `GET` and `POST <path>`, `GET` and `PATCH <path>/{slug}`: a list by slug, ETag, If-Match, idempotent writes.
void addDefinitionRoutes(Api& api, const QString& path, const DefinitionRouteParts& parts);

/// `{"slug", the body's fields, "version", "updatedAt", "updatedBy"}`.
[[nodiscard]] QJsonObject toJson(const store::Definition& definition);

/// The slug that the path names.
[[nodiscard]] QString slugOf(const ApiCall& call);

}  // namespace refrain::service
