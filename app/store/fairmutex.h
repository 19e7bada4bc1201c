#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>

namespace refrain::store {

/// A mutex that serves in the order of arrival: whoever lets go of it and comes back goes behind those who wait, so
/// that nobody who writes much keeps others out. For std::lock_guard.
class FairMutex {
public:
    FairMutex() = default;
    FairMutex(const FairMutex&) = delete;
    FairMutex& operator=(const FairMutex&) = delete;

    void lock();
    void unlock();

    /// How many wait at this moment.
    [[nodiscard]] std::size_t waiting() const;

private:
    struct Turn {
        std::condition_variable come;
        bool isCome = false;
    };

    mutable std::mutex m_mutex;  // guards the rest, and is never held long
    std::deque<Turn*> m_queue;   // of those who wait, each on its own stack
    bool m_isTaken = false;
};

}  // namespace refrain::store
