#include "service/slackside/socketfeed.h"

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

SocketFeed::SocketFeed(slack::Api& api, const Secret& appToken, Dispatcher& dispatcher,
                       std::function<void(const QString& sentence, bool forGood)> report)
{
    auto* mode = new slack::SocketMode(
        {api, appToken,
         [&dispatcher](const QString& type, const QJsonObject& payload, slack::SocketMode::Acknowledge acknowledge) {
             hand(dispatcher, type, payload, acknowledge);
         },
         std::move(report)});
    mode->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::started, mode, &slack::SocketMode::start);
    QObject::connect(&m_thread, &QThread::finished, mode, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("socket mode"));
    m_thread.start();
}

SocketFeed::~SocketFeed()
{
    stop();
}

void SocketFeed::stop()
{
    m_thread.quit();
    m_thread.wait();
}

}  // namespace refrain::service
