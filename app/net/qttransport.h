#pragma once

#include "net/transport.h"

#include <QThread>

#include <memory>

namespace refrain::net {

class Exchanger;

/// Transport over Qt Network in a thread of its own, so that callers need no event loop.
///
/// The system's proxy is used, but never towards this computer itself. Destroying it gives up what is
/// under way: those futures end with Cancelled.
class QtTransport final : public Transport {
public:
    QtTransport();
    ~QtTransport() override;
    Q_DISABLE_COPY_MOVE(QtTransport)

    [[nodiscard]] QFuture<Result<HttpReply>> send(HttpRequest request) override;

private:
    QThread m_thread;
    std::unique_ptr<Exchanger> m_exchanger;  // lives in m_thread
};

}  // namespace refrain::net
