#include "store/writequeue.h"

#include "store/database.h"
#include "store/transaction.h"

#include <utility>

namespace refrain::store {

Result<> WriteQueue::run(Database& mine, const Work& work)
{
    Turn turn(work);
    if (const std::optional<Result<>> done = waitForTurn(turn))
        return *done;
    std::vector<std::pair<Turn*, Result<>>> shared;
    Result<> result = writeAndShare(mine, work, shared);
    handOn(shared);
    return result;
}

/// What became of it where somebody else did it; nullopt where it is this thread's turn.
std::optional<Result<>> WriteQueue::waitForTurn(Turn& turn)
{
    std::unique_lock lock(m_mutex);
    if (!m_isTaken) {
        m_isTaken = true;
        return std::nullopt;
    }
    m_queue.push_back(&turn);
    turn.come.wait(lock, [&turn] { return turn.isCome || turn.result; });
    return std::exchange(turn.result, std::nullopt);
}

Result<> WriteQueue::writeAndShare(Database& database, const Work& own, std::vector<std::pair<Turn*, Result<>>>& shared)
{
    Result<Transaction> transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (!transaction)
        return transaction.error();
    if (Result<> done = own(database); !done)
        return done;
    Result<> standing;  // an error once all of it is lost
    while (standing && shared.size() < sharedWorks) {
        Turn* next = takeNext();
        if (!next)
            break;
        const Result<> done = transaction->part(next->work);
        shared.emplace_back(next, done);
        if (!transaction->isStanding())
            standing = done;
    }
    if (standing)
        standing = transaction->commit();
    if (!standing) {
        for (auto& [turn, result] : shared)
            result = result ? standing : result;
    }
    return standing;
}

WriteQueue::Turn* WriteQueue::takeNext()
{
    const std::lock_guard lock(m_mutex);
    if (m_queue.empty())
        return nullptr;
    Turn* next = m_queue.front();
    m_queue.pop_front();
    return next;
}

/// Handed on without being let go of: nobody can come in between.
void WriteQueue::handOn(std::vector<std::pair<Turn*, Result<>>>& shared)
{
    const std::lock_guard lock(m_mutex);
    for (auto& [turn, result] : shared) {
        turn->result = std::move(result);
        turn->come.notify_one();
    }
    if (m_queue.empty()) {
        m_isTaken = false;
        return;
    }
    Turn* next = m_queue.front();
    m_queue.pop_front();
    next->isCome = true;
    next->come.notify_one();
}

std::size_t WriteQueue::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_queue.size();
}

}  // namespace refrain::store
