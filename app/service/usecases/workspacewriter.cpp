#include "service/usecases/workspacewriter.h"

#include "store/auditstore.h"

namespace refrain::service {

Result<qint64> WorkspaceTransaction::nextSeq()
{
    const Result<qint64> last = store::ChangeStore(m_database).lastSeq(m_workspace);
    if (!last)
        return last;
    return *last + 1;
}

Result<qint64> WorkspaceTransaction::change(store::ChangeRecord record)
{
    record.at = m_now;
    const Result<qint64> seq = store::ChangeStore(m_database).append(m_workspace, record);
    if (seq)
        m_lastSeq = *seq;
    return seq;
}

Result<qint64> WorkspaceTransaction::audit(AuditEntry entry)
{
    entry.at = m_now;
    return store::AuditStore(m_database).append(m_workspace, std::move(entry), m_random);
}

}  // namespace refrain::service
