#pragma once

#include "service/slackside/dispatcher.h"
#include "slack/socketmode.h"

#include <QThread>

namespace refrain::service {

/// Socket Mode at work: a connection to Slack in a thread of its own, feeding the dispatcher as the HTTP routes do.
class SocketFeed {
public:
    /// `report`: as SocketMode::Parts has it; called in the feed's thread. All outlive this.
    SocketFeed(slack::Api& api, const Secret& appToken, Dispatcher& dispatcher,
               std::function<void(const QString& sentence, bool forGood)> report);
    ~SocketFeed();

    /// Takes nothing more from Slack. What is still worked on is not acknowledged. Waits for a call under way: stop
    /// Slack's transport first.
    void stop();

private:
    QThread m_thread;
};

}  // namespace refrain::service
