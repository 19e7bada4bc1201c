#pragma once

#include "service/slackside/speech.h"
#include "store/databasepool.h"

namespace refrain::service {

/// How a workspace speaks to its people: in the language of each, and in its own words where playbooks are published.
/// Every surface that people read asks here. Any thread.
class Voice {
public:
    Voice(store::DatabasePool& pool, const Phrasebook& phrasebook) : m_pool(pool), m_phrasebook(phrasebook) {}

    /// `person`: whose `locale` and zone of Slack decide; English and UTC where there is none.
    [[nodiscard]] Speech speechFor(const WorkspaceId& workspace, const Subject& person) const;

    /// The workspace's own words in one of languages(); null where it has none.
    [[nodiscard]] std::shared_ptr<const OwnWords> ownWords(const WorkspaceId& workspace, const QString& language) const;

private:
    store::DatabasePool& m_pool;
    const Phrasebook& m_phrasebook;
};

}  // namespace refrain::service
