#include "service/playbooks/voice.h"

#include "service/playbooks/publishedwords.h"

namespace refrain::service {

Speech Voice::speechFor(const WorkspaceId& workspace, const Subject& person) const
{
    const Speech speech = m_phrasebook.speechFor(person);
    return speech.with(ownWords(workspace, speech.language()));
}

std::shared_ptr<const OwnWords> Voice::ownWords(const WorkspaceId& workspace, const QString& language) const
{
    return publishedWords(m_pool, workspace, language);
}

}  // namespace refrain::service
