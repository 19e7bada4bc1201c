#include "service/slackside/homeside.h"

#include "base/log.h"
#include "store/workspacestore.h"

namespace refrain::service {

HomeSide::HomeSide(const Parts& parts)
    : m_parts(parts),
      m_data({parts.pool, parts.writer, parts.slack, parts.voice, parts.clock}),
      m_home({parts.pool, parts.decider, parts.preferences, parts.directory, parts.visitors, parts.slack, m_data,
              parts.voice, parts.clock,
              [this](const WorkspaceId& workspace, const SubjectId& person, qint64 seq) {
                  m_watch.opened(workspace, person, seq);
              }}),
      m_watch(parts.feed, parts.clock,
              [this](const WorkspaceId& workspace, const SubjectId& person) {
                  if (Result<> done = m_home.publish(workspace, person); !done)
                      qCWarning(log::slack) << "App Home:" << done.error().toString();
              }),
      m_rekeyer(parts.writer, parts.vault),
      m_journal(parts.pool, parts.directory, parts.clock, parts.random),
      m_events({parts.pool, parts.vault, parts.directory, m_rekeyer, parts.sessions, parts.slack, m_journal})
{
}

HomeSide::~HomeSide()
{
    m_journal.close();
}

void HomeSide::addTo(Dispatcher& dispatcher)
{
    m_home.addTo(dispatcher);
    m_events.addTo(dispatcher);
}

void HomeSide::reportLine(const QString& sentence, bool forGood)
{
    if (sentence.isEmpty()) {
        qCInfo(log::slack) << "Socket Mode: connected again";
        return;
    }
    if (forGood)
        qCCritical(log::slack) << "Socket Mode:" << sentence;
    else
        qCWarning(log::slack) << "Socket Mode:" << sentence;
    const Result<store::Database*> database = m_parts.pool.connection();
    const auto workspaces = database ? store::WorkspaceStore(**database, m_parts.vault).all()
                                     : Result<std::vector<store::Workspace>>(database.error());
    for (const store::Workspace& workspace : workspaces ? *workspaces : std::vector<store::Workspace>())
        if (workspace.status == store::WorkspaceStatus::Active)
            m_journal.noteOutage(workspace.id, sentence);
}

}  // namespace refrain::service
