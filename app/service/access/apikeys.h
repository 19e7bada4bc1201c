#pragma once

#include "base/secret.h"
#include "service/access/principal.h"
#include "service/usecases/workspacewriter.h"
#include "store/apikeystore.h"

namespace refrain::service {

/// Keys for other programs: made, listed and ended, each act in the audit log. Any thread.
class ApiKeys {
public:
    ApiKeys(store::DatabasePool& pool, WorkspaceWriter& writer, Random& random)
        : m_pool(pool), m_writer(writer), m_random(random)
    {
    }

    struct Made {
        store::ApiKey key;
        Secret secret;  ///< Shown now or never.
    };
    /// NotFound where the workspace is not connected; Invalid for an empty or overlong name.
    [[nodiscard]] Result<Made> create(const WorkspaceId& workspace, const QString& name, Role role, const Actor& actor,
                                      Source source);
    [[nodiscard]] Result<std::vector<store::ApiKey>> all(const WorkspaceId& workspace);
    /// NotFound where there is none that is still good.
    [[nodiscard]] Result<> revoke(const WorkspaceId& workspace, const QString& id, const Actor& actor, Source source);

private:
    store::DatabasePool& m_pool;
    WorkspaceWriter& m_writer;
    Random& m_random;
};

}  // namespace refrain::service
