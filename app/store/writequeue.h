#pragma once

#include "base/result.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace refrain::store {

class Database;

/// Lets one thread at a time write, in the order of arrival, and lets whoever waits meanwhile share its commit.
///
/// A commit that survives a power cut costs a trip to the disk, far more than what most works write. So the thread
/// whose turn it is runs the works of those behind it too, each behind a savepoint, and commits all of them at once
/// ("group commit"). Nobody learns of success before that commit. Any thread.
class WriteQueue {
public:
    using Work = std::function<Result<>(Database&)>;

    /// One commit takes along no more works than this: the first waits for the last.
    static constexpr std::size_t sharedWorks = 64;

    WriteQueue() = default;
    WriteQueue(const WriteQueue&) = delete;
    WriteQueue& operator=(const WriteQueue&) = delete;

    /// Runs `work` inside a write transaction, on `mine` or on the connection of whoever's turn it is, on that one's
    /// thread. Returns once it is committed; where it failed, nothing of it was written. Blocks; does not nest.
    [[nodiscard]] Result<> run(Database& mine, const Work& work);

    /// How many wait at this moment.
    [[nodiscard]] std::size_t waiting() const;

private:
    /// Somebody's place in the queue, on their own stack.
    struct Turn {
        explicit Turn(const Work& mine) : work(mine) {}

        const Work& work;
        std::condition_variable come;
        bool isCome = false;             ///< Its thread is to write now.
        std::optional<Result<>> result;  ///< It was done along with somebody else's.
    };

    [[nodiscard]] std::optional<Result<>> waitForTurn(Turn& turn);
    /// What became of the own work; those taken along and what became of each are added to `shared`.
    [[nodiscard]] Result<> writeAndShare(Database& database, const Work& own,
                                         std::vector<std::pair<Turn*, Result<>>>& shared);
    [[nodiscard]] Turn* takeNext();
    void handOn(std::vector<std::pair<Turn*, Result<>>>& shared);

    mutable std::mutex m_mutex;  // guards the rest, and is never held long
    std::deque<Turn*> m_queue;
    bool m_isTaken = false;
};

}  // namespace refrain::store
