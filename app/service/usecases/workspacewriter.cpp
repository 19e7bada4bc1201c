#include "service/usecases/workspacewriter.h"

namespace refrain::service {

Result<qint64> WorkspaceTransaction::nextSeq()
{
    if (!m_seq) {
        const Result<qint64> last = store::ChangeStore(m_database).lastSeq(m_workspace);
        if (!last)
            return last;
        m_seq = *last;
    }
    return *m_seq + 1;
}

Result<qint64> WorkspaceTransaction::change(store::ChangeRecord record)
{
    const Result<qint64> seq = nextSeq();
    if (!seq)
        return seq;
    record.at = m_now;
    record.seq = *seq;
    if (Result<> done = store::ChangeStore(m_database).append(m_workspace, record); !done)
        return done.error();
    m_seq = *seq;
    m_changed = true;
    if (record.type == QLatin1String("subject"))
        m_subjects.push_back(record.subject);
    return seq;
}

Result<> WorkspaceTransaction::changeAll(std::size_t count, const store::ChangeStore::RecordAt& recordAt)
{
    const Result<qint64> first = nextSeq();
    if (!first || count == 0)
        return first ? Result<>() : Result<>(first.error());
    qint64 next = *first;
    bool isInOrder = true;
    const auto checked = [&](std::size_t i) -> const store::ChangeRecord& {
        const store::ChangeRecord& record = recordAt(i);
        isInOrder = isInOrder && record.seq == next++ && record.at == m_now;
        return record;
    };
    if (Result<> done = store::ChangeStore(m_database).appendAll(m_workspace, count, checked); !done)
        return done;
    if (!isInOrder)
        return Error::internal(QStringLiteral("A change was numbered otherwise than it was judged."));
    m_seq = next - 1;
    m_changed = true;
    return {};
}

Result<> WorkspaceTransaction::finish()
{
    return m_changed ? store::ChangeStore(m_database).setLastSeq(m_workspace, *m_seq) : Result<>();
}

Result<qint64> WorkspaceTransaction::audit(AuditEntry entry)
{
    entry.at = m_now;
    return store::AuditStore(m_database).append(m_workspace, std::move(entry), m_random);
}

Result<> WorkspaceTransaction::auditAll(std::size_t count, const store::AuditStore::EntryAt& entryAt,
                                        const store::AuditStore::Meanwhile& meanwhile)
{
    const auto dated = [&](std::size_t i) {
        AuditDraft draft = entryAt(i);
        draft.entry.at = m_now;
        return draft;
    };
    const Result<qint64> first =
        store::AuditStore(m_database).appendAll(m_workspace, count, dated, m_random, meanwhile);
    return first ? Result<>() : Result<>(first.error());
}

Result<> WorkspaceWriter::finish(WorkspaceTransaction& transaction) const
{
    if (m_arrivals && !transaction.touchedSubjects().empty()) {
        if (Result<> done = m_arrivals(transaction); !done)
            return done;
    }
    return transaction.finish();
}

}  // namespace refrain::service
