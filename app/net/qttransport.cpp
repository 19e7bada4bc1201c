#include "net/qttransport.h"

#include "net/exchange.h"

namespace refrain::net {

QtTransport::QtTransport() : m_exchanger(std::make_unique<Exchanger>())
{
    m_thread.setObjectName(QStringLiteral("refrain-net"));
    m_exchanger->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_exchanger.get(), [this] { m_exchanger.reset(); });
    m_thread.start();
}

QtTransport::~QtTransport()
{
    m_thread.quit();
    m_thread.wait();
}

QFuture<Result<HttpReply>> QtTransport::send(HttpRequest request)
{
    auto promise = std::make_shared<QPromise<Result<HttpReply>>>();
    promise->start();
    QFuture<Result<HttpReply>> future = promise->future();
    QMetaObject::invokeMethod(m_exchanger.get(), [exchanger = m_exchanger.get(), request = std::move(request),
                                                  promise] { exchanger->begin(request, std::move(*promise)); });
    return future;
}

}  // namespace refrain::net
