#pragma once

#include "service/slackside/dispatcher.h"
#include "slack/socketmode.h"

#include <QThread>

#include <chrono>
#include <memory>

namespace refrain::service {

/// Socket Mode at work: a connection to Slack in a thread of its own, feeding the dispatcher as the HTTP routes do.
class SocketFeed {
public:
    /// `report`: as SocketMode::Parts has it; called in the feed's thread. All outlive this.
    SocketFeed(slack::Api& api, const Secret& appToken, Dispatcher& dispatcher,
               std::function<void(const QString& sentence, bool forGood)> report);
    ~SocketFeed();

    /// Takes nothing more from Slack, and returns at once.
    void close();
    /// Waits until what was taken is acknowledged, but not longer than `patience` from close() on, which it calls.
    void settle(std::chrono::milliseconds patience);
    /// The end. Waits for a call of Slack's under way: stop its transport first.
    void stop();

private:
    struct Settled;
    slack::SocketMode* m_mode;  // lives in m_thread, and ends with it
    std::shared_ptr<Settled> m_settled;
    std::chrono::steady_clock::time_point m_closedAt;
    QThread m_thread;
};

}  // namespace refrain::service
