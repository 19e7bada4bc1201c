#include "service/background/stoppabletransport.h"

#include <QPromise>

namespace refrain::service {
namespace {

QFuture<Result<net::HttpReply>> refused()
{
    QPromise<Result<net::HttpReply>> promise;
    promise.start();
    promise.addResult(Error::cancelled(QStringLiteral("Refrain is stopping.")));
    promise.finish();
    return promise.future();
}

}  // namespace

QFuture<Result<net::HttpReply>> StoppableTransport::send(net::HttpRequest request)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopped)
        return refused();
    m_underWay.remove_if([](const QFuture<Result<net::HttpReply>>& future) { return future.isFinished(); });
    m_underWay.push_back(m_transport.send(std::move(request)));
    return m_underWay.back();
}

void StoppableTransport::stop()
{
    std::list<QFuture<Result<net::HttpReply>>> underWay;
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        underWay.swap(m_underWay);
    }
    for (QFuture<Result<net::HttpReply>>& future : underWay)
        future.cancel();
}

}  // namespace refrain::service
