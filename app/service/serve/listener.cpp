#include "service/serve/listener.h"

namespace refrain::service {
namespace {

constexpr quint16 firstPort = 8470;
constexpr quint16 lastPort = 8473;

QString addressOf(const QString& host, quint16 port)
{
    const QString shown = host.contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(host) : host;
    return QStringLiteral("http://%1:%2").arg(shown).arg(port);
}

/// Whether this computer has an IPv6 loopback at all; containers often have none.
bool hasIpv6Loopback(web::Application& application)
{
    return web::Server(application).listen(QStringLiteral("::1"), 0).ok();
}

}  // namespace

Result<Listening> listenAsConfigured(web::Application& application, const Config& config)
{
    auto server = std::make_unique<web::Server>(application);
    const Result<quint16> port = server->listen(config.listenHost, config.listenPort);
    if (!port)
        return Error::unavailable(QStringLiteral("Cannot listen on %1 (REFRAIN_LISTEN): %2")
                                      .arg(addressOf(config.listenHost, config.listenPort), port.error().message()),
                                  port.error().context());
    return Listening{std::move(server), *port, addressOf(config.listenHost, *port)};
}

Result<Listening> listenEmbedded(web::Application& application)
{
    const bool both = hasIpv6Loopback(application);
    for (quint16 port = firstPort; port <= lastPort; ++port) {
        auto server = std::make_unique<web::Server>(application);
        if (server->listen(QStringLiteral("127.0.0.1"), port).ok() &&
            (!both || server->listen(QStringLiteral("::1"), port).ok()))
            return Listening{std::move(server), port, addressOf(QStringLiteral("127.0.0.1"), port)};
    }
    return Error::unavailable(QStringLiteral("The ports %1 to %2 are all taken on this computer. Close one of the "
                                             "programs that use them, then try again.")
                                  .arg(firstPort)
                                  .arg(lastPort));
}

}  // namespace refrain::service
