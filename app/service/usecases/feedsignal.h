#pragma once

#include "base/id.h"

#include <functional>
#include <memory>

namespace refrain::service {

/// Tells those who wait on a workspace's change feed that it grew. Any thread.
class FeedSignal {
    struct State;

public:
    using Waiter = std::function<void(qint64 seq)>;

    /// Ends the wait when it goes. A waiter that is being called at that moment still runs to its end.
    class Subscription {
    public:
        Subscription() = default;
        Subscription(Subscription&&) noexcept = default;
        Subscription& operator=(Subscription&& other) noexcept;
        ~Subscription();

    private:
        friend class FeedSignal;
        Subscription(std::weak_ptr<State> state, quint64 id) : m_state(std::move(state)), m_id(id) {}
        std::weak_ptr<State> m_state;
        quint64 m_id = 0;
    };

    FeedSignal();

    /// Calls `waiter` once, when a change after `seq` is known to be committed: at once if one is already, else
    /// on the thread that commits, so it must be quick and must not write.
    [[nodiscard]] Subscription onChangeAfter(const WorkspaceId& workspace, qint64 seq, Waiter waiter);

    /// Said by the writer after the commit.
    void announce(const WorkspaceId& workspace, qint64 seq);

private:
    std::shared_ptr<State> m_state;
};

}  // namespace refrain::service
