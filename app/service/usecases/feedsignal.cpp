#include "service/usecases/feedsignal.h"

#include <QHash>

#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace refrain::service {

struct FeedSignal::State {
    struct Waiting {
        WorkspaceId workspace;
        qint64 seq = 0;
        Waiter waiter;
    };
    std::mutex mutex;
    quint64 lastId = 0;
    std::map<quint64, Waiting> waiting;
    QHash<WorkspaceId, qint64> announced;
};

FeedSignal::FeedSignal() : m_state(std::make_shared<State>()) {}

FeedSignal::Subscription& FeedSignal::Subscription::operator=(Subscription&& other) noexcept
{
    std::swap(m_state, other.m_state);
    std::swap(m_id, other.m_id);
    return *this;
}

FeedSignal::Subscription::~Subscription()
{
    Waiter dropped;  // goes after the lock: what it holds may have a destructor that calls us
    if (const auto state = m_state.lock()) {
        const std::lock_guard lock(state->mutex);
        if (const auto mine = state->waiting.find(m_id); mine != state->waiting.end()) {
            dropped = std::move(mine->second.waiter);
            state->waiting.erase(mine);
        }
    }
}

FeedSignal::Subscription FeedSignal::onChangeAfter(const WorkspaceId& workspace, qint64 seq, Waiter waiter)
{
    qint64 known = 0;
    {
        const std::lock_guard lock(m_state->mutex);
        known = m_state->announced.value(workspace);
        if (known <= seq) {
            const quint64 id = ++m_state->lastId;
            m_state->waiting.emplace(id, State::Waiting{workspace, seq, std::move(waiter)});
            return {m_state, id};
        }
    }
    waiter(known);
    return {};
}

void FeedSignal::announce(const WorkspaceId& workspace, qint64 seq)
{
    std::vector<Waiter> due;
    {
        const std::lock_guard lock(m_state->mutex);
        qint64& known = m_state->announced[workspace];
        known = qMax(known, seq);
        for (auto candidate = m_state->waiting.begin(); candidate != m_state->waiting.end();) {
            if (candidate->second.workspace == workspace && candidate->second.seq < seq) {
                due.push_back(std::move(candidate->second.waiter));
                candidate = m_state->waiting.erase(candidate);
            } else {
                ++candidate;
            }
        }
    }
    for (const Waiter& waiter : due)
        waiter(seq);
}

}  // namespace refrain::service
