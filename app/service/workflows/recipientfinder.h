#pragma once

#include "domain/recipientquery.h"
#include "service/installations/tokenkeeper.h"

#include <map>

namespace refrain::service {

/// Finds whom a workflow asks for. Asks Slack who is in a channel: background threads only.
class RecipientFinder {
public:
    RecipientFinder(store::DatabasePool& pool, TokenKeeper& slack) : m_pool(pool), m_slack(slack) {}

    /// Each once: by selector, and in each in the order of the names or of the ids. Unavailable where Slack could not
    /// be asked; Invalid where it does not know a channel.
    [[nodiscard]] Result<std::vector<SubjectId>> find(const WorkspaceId& workspace, const RecipientQuery& query);

private:
    using Members = std::map<SubjectId, QSet<QString>>;  // by channel

    [[nodiscard]] Result<> readMembers(const WorkspaceId& workspace, const std::vector<RecipientSelector>& selectors,
                                       Members& members);
    [[nodiscard]] Result<std::vector<Subject>> candidates(const WorkspaceId& workspace,
                                                          const RecipientSelector& selector, const Members& members);

    store::DatabasePool& m_pool;
    TokenKeeper& m_slack;
};

}  // namespace refrain::service
