#pragma once

#include <QSemaphore>
#include <QThread>
#include <QThreadPool>

#include <atomic>

namespace refrain::console {

/// work(0) to work(count - 1), in any order, on this thread and on those of the pool that are idle now. Back when all
/// is done. Unlike QtConcurrent::blockingMap() it may be called on a thread of the pool: it never waits for a free one.
template <class Work>
void onAllCores(size_t count, const Work& work)
{
    std::atomic<size_t> next{0};
    QSemaphore done;
    const auto go = [&] {
        for (size_t at = next++; at < count; at = next++)
            work(at);
    };
    int helpers = 0;
    for (int i = 1; i < QThread::idealThreadCount() && static_cast<size_t>(i) < count; ++i) {
        helpers += QThreadPool::globalInstance()->tryStart([&] {
            go();
            done.release();
        });
    }
    go();
    done.acquire(helpers);
}

}  // namespace refrain::console
