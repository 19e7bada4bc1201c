#pragma once

#include "base/log.h"
#include "base/result.h"
#include "service/background/taskpool.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <set>
#include <utility>

namespace refrain::service {

/// Long work that is done in the background, a portion in each transaction, so that it goes on after a restart where it
/// was. A `Key` has a workspace and an id. Any thread; `tasks` ends before this does.
template <class Key>
class Portions {
public:
    /// Does one portion; true while there is more. An error ends the work until it is started again.
    using Step = std::function<Result<bool>(const Key&)>;

    Portions(TaskPool& tasks, Step step) : m_tasks(tasks), m_step(std::move(step)) {}

    /// Unless it is under way. Where the queue is full nothing begins: what was begun is looked for again and again.
    void start(const Key& key)
    {
        const std::pair name(key.workspace.toString(), key.id);
        const std::lock_guard lock(m_mutex);
        if (!m_running.insert(name).second)
            return;
        if (!m_tasks.run([this, key] { runAll(key); }))
            m_running.erase(name);
    }

    /// Begins no further portion.
    void stop() { m_isStopping = true; }

private:
    void runAll(const Key& key)
    {
        for (bool more = true; more && !m_isStopping;) {
            const Result<bool> done = m_step(key);
            if (!done)
                qCWarning(log::service) << done.error().toString();
            more = done && *done;
        }
        const std::lock_guard lock(m_mutex);
        m_running.erase({key.workspace.toString(), key.id});
    }

    TaskPool& m_tasks;
    Step m_step;
    std::atomic<bool> m_isStopping = false;
    std::mutex m_mutex;                               // guards m_running
    std::set<std::pair<QString, QString>> m_running;  // workspace and id
};

}  // namespace refrain::service
