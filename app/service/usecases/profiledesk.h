#pragma once

#include "service/usecases/editcontext.h"
#include "service/usecases/workspacewriter.h"
#include "slack/api.h"
#include "store/profilestore.h"
#include "wire/profile.h"

#include <QUrl>

namespace refrain::service {

/// Keeps a profile and the subject that goes with it, so that it can be decided about, and notes it in the log.
/// A profile that is so already is written again by nobody. Invalid where the distinct id is taken by a member or
/// channel. REQUIRES: `profile.aliasOf` is a subject of the workspace, or empty.
[[nodiscard]] Result<> keepProfile(WorkspaceTransaction& transaction, const store::Vault& vault,
                                   const store::Profile& profile, const EditContext& context);

/// Reads and writes profiles. put() may ask Slack whose an e-mail address is: background threads only.
class ProfileDesk {
public:
    struct Parts {
        store::DatabasePool& pool;
        const store::Vault& vault;
        WorkspaceWriter& writer;
        slack::Api& api;
        QUrl slackUrl;  ///< Webhooks may point to its host besides Slack's own.
    };

    explicit ProfileDesk(Parts parts) : m_parts(std::move(parts)) {}

    /// NotFound where there is none.
    [[nodiscard]] Result<wire::ProfileAnswer> find(const WorkspaceId& workspace, const QString& distinctId);

    /// Invalid for an id that looks like Slack's, and for a webhook that is not Slack's; Unavailable where Slack could
    /// not be asked about an e-mail address: nothing was stored.
    [[nodiscard]] Result<wire::ProfileAnswer> put(const WorkspaceId& workspace, const QString& distinctId,
                                                  const wire::ProfileRequest& request, const EditContext& context);

private:
    [[nodiscard]] Result<> resolve(const WorkspaceId& workspace, store::Profile& profile);
    [[nodiscard]] QString faultOf(const WorkspaceId& workspace, const store::Profile& profile, AddressKind kind);
    [[nodiscard]] Result<> resolveEmail(const WorkspaceId& workspace, store::Profile& profile);

    Parts m_parts;
};

}  // namespace refrain::service
