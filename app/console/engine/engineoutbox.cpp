#include "base/log.h"
#include "console/engine/engine.h"

namespace refrain::console {

void Engine::submit(const LocalChange& change)
{
    LocalChange kept = change;
    OutboxRow row;
    const auto rows = m_work ? m_work->outbox->all() : Result<std::vector<OutboxRow>>(m_openError);
    if (rows) {
        for (const OutboxRow& other : *rows) {
            const bool sameCell = other.change.order.subject == change.order.subject &&
                                  other.change.order.category == change.order.category;
            if (sameCell && other.change.stage == ChangeStage::Waiting)
                row.follows = other.change.id;
        }
    }
    kept.stage = ChangeStage::Waiting;
    row.change = kept;
    const Result<> added = rows ? m_work->outbox->add(row) : Result<>(rows.error());
    if (!added) {
        kept.stage = ChangeStage::Failed;
        kept.sentence = tr("This change could not be saved, so nothing was changed. %1").arg(added.error().message());
        emit changeMoved(kept);
        return;
    }
    kept.kept = true;
    kept.sentence = m_connection.kind == ConnectionState::Kind::Online ? tr("Waiting for the backend.")
                                                                       : tr("Saved here, not yet in force.");
    emit changeMoved(kept);
    m_work->sender.kick();
}

void Engine::discard(const LocalChangeId& id)
{
    if (!m_work)
        return;
    const bool underWay = m_work->sender.isSending(id);
    const auto row = m_work->outbox->find(id);
    if (!row || !*row || underWay)
        return;
    const QString because = tr("The change before it was discarded, so this one was not sent.");
    const auto followers = m_work->outbox->refuseFollowers(id, because);
    if (Result<> done = m_work->outbox->remove(id); !done) {
        qCWarning(log::console) << done.error().toString();
        return;
    }
    LocalChange change = (*row)->change;
    change.kept = false;
    change.withdrawn = true;
    change.stage = ChangeStage::Failed;
    change.sentence = change.attempts > 0
                          ? tr("Discarded. It may have reached the backend before; what is in force there counts.")
                          : tr("Discarded. Nothing was changed.");
    emit changeMoved(change);
    for (const LocalChangeId& follower : followers.valueOr({})) {
        if (const auto other = m_work->outbox->find(follower); other && *other)
            emit changeMoved((*other)->change);
    }
}

void Engine::submitUndo(const LocalChange& undo)
{
    const auto rows = m_work ? m_work->outbox->all() : Result<std::vector<OutboxRow>>(m_openError);
    if (rows) {
        for (const OutboxRow& row : *rows) {
            const bool unsent = row.change.id == undo.undoes && row.change.attempts == 0 &&
                                row.change.stage == ChangeStage::Waiting && !m_work->sender.isSending(row.change.id);
            if (!unsent || !m_work->outbox->remove(row.change.id))
                continue;
            // It never left, so there is nothing to take back at the backend.
            for (LocalChange change : {undo, row.change}) {
                change.stage = ChangeStage::Failed;
                change.kept = false;
                change.withdrawn = true;
                change.sentence = tr("Undone before it was sent.");
                emit changeMoved(change);
            }
            return;
        }
    }
    submit(undo);
}

void Engine::forget(const LocalChangeId& id)
{
    const auto row = m_work ? m_work->outbox->find(id) : Result<std::optional<OutboxRow>>(m_openError);
    if (!row || !*row || (*row)->change.stage != ChangeStage::Refused)
        return;
    if (Result<> done = m_work->outbox->remove(id); !done)
        qCWarning(log::console) << done.error().toString();
}

void Engine::retry(const LocalChangeId& id)
{
    if (!m_work)
        return;
    for (const OutboxRow& row : m_work->outbox->all().valueOr({})) {
        if (row.change.stage != ChangeStage::Failed || (!id.isEmpty() && row.change.id != id))
            continue;
        LocalChange change = row.change;
        change.stage = ChangeStage::Waiting;
        change.sentence.clear();
        if (m_work->outbox->setStage(change.id, change.stage, {}, {}))
            emit changeMoved(change);
    }
    m_work->feed.hurry();
    m_work->sender.retryNow();
}

}  // namespace refrain::console
