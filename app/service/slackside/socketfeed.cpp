#include "service/slackside/socketfeed.h"

#include <condition_variable>
#include <mutex>

namespace refrain::service {
namespace {

void hand(Dispatcher& dispatcher, const QString& type, const QJsonObject& payload,
          const slack::SocketMode::Acknowledge& acknowledge)
{
    const Dispatcher::Acknowledge answer = [acknowledge](const Acknowledgement& acknowledgement) {
        acknowledge(acknowledgement.accepted, acknowledgement.payload);
    };
    if (type == QLatin1String("slash_commands"))
        dispatcher.command(payload, answer);
    else if (type == QLatin1String("interactive"))
        dispatcher.interaction(payload, answer);
    else if (type == QLatin1String("events_api"))
        dispatcher.event(payload, answer);
    else
        acknowledge(true, {});  // what we do not know, Slack need not repeat
}

}  // namespace

/// Whether all that was taken is acknowledged; both threads hold it.
struct SocketFeed::Settled {
    std::mutex mutex;
    std::condition_variable changed;
    bool isSettled = false;
};

SocketFeed::SocketFeed(slack::Api& api, const Secret& appToken, Dispatcher& dispatcher,
                       std::function<void(const QString& sentence, bool forGood)> report)
{
    m_mode = new slack::SocketMode(
        {api, appToken,
         [&dispatcher](const QString& type, const QJsonObject& payload, slack::SocketMode::Acknowledge acknowledge) {
             hand(dispatcher, type, payload, acknowledge);
         },
         std::move(report)});
    m_mode->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::started, m_mode, &slack::SocketMode::start);
    QObject::connect(&m_thread, &QThread::finished, m_mode, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("socket mode"));
    m_thread.start();
}

SocketFeed::~SocketFeed()
{
    stop();
}

void SocketFeed::close()
{
    if (m_settled)
        return;
    m_settled = std::make_shared<Settled>();
    m_closedAt = std::chrono::steady_clock::now();
    QMetaObject::invokeMethod(m_mode, [mode = m_mode, settled = m_settled] {
        mode->finish([settled] {
            const std::lock_guard lock(settled->mutex);
            settled->isSettled = true;
            settled->changed.notify_all();
        });
    });
}

void SocketFeed::settle(std::chrono::milliseconds patience)
{
    close();
    std::unique_lock lock(m_settled->mutex);
    m_settled->changed.wait_until(lock, m_closedAt + patience, [this] { return m_settled->isSettled; });
}

void SocketFeed::stop()
{
    m_thread.quit();
    m_thread.wait();
}

}  // namespace refrain::service
