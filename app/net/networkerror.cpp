#include "net/exchange.h"

namespace refrain::net {

namespace {

Error unavailable(const QString& sentence, const QString& host, const char* what, const QString& detail)
{
    return Error::unavailable(sentence.arg(host), QStringLiteral("%1: %2").arg(QLatin1String(what), detail));
}

}  // namespace

Error networkError(QNetworkReply::NetworkError error, const QString& host, const QString& detail)
{
    switch (error) {
        case QNetworkReply::HostNotFoundError:
            return unavailable(QStringLiteral("The name “%1” could not be found. Check the address and this computer's "
                                              "network."),
                               host, "dns", detail);
        case QNetworkReply::ConnectionRefusedError:
            return unavailable(QStringLiteral("Nothing answers at “%1”: the connection was refused. It will be tried "
                                              "again; see whether the server runs."),
                               host, "refused", detail);
        case QNetworkReply::RemoteHostClosedError:
            return unavailable(QStringLiteral("“%1” hung up before its answer was complete. What was asked may or may "
                                              "not have been done; trying again is safe."),
                               host, "closed", detail);
        case QNetworkReply::SslHandshakeFailedError:
            return unavailable(QStringLiteral("No safe connection to “%1” could be made, so nothing was sent. Its "
                                              "certificate or this computer's clock may be wrong."),
                               host, "tls", detail);
        case QNetworkReply::ProxyConnectionRefusedError:
        case QNetworkReply::ProxyConnectionClosedError:
        case QNetworkReply::ProxyNotFoundError:
        case QNetworkReply::ProxyTimeoutError:
        case QNetworkReply::ProxyAuthenticationRequiredError:
        case QNetworkReply::UnknownProxyError:
            return unavailable(QStringLiteral("The network's proxy did not let a connection to “%1” through. Check the "
                                              "system's proxy settings."),
                               host, "proxy", detail);
        case QNetworkReply::TimeoutError:
        case QNetworkReply::OperationCanceledError:
            return Error::timeout(QStringLiteral("“%1” did not answer in time. What was asked may or may not have been "
                                                 "done; trying again is safe.")
                                      .arg(host),
                                  detail);
        case QNetworkReply::ProtocolFailure:
        case QNetworkReply::ProtocolUnknownError:
        case QNetworkReply::ProtocolInvalidOperationError:
        case QNetworkReply::NoError:
            return Error::corrupt(QStringLiteral("What “%1” answered is not HTTP. Nothing was taken from it; check the "
                                                 "address and the port.")
                                      .arg(host),
                                  detail);
        default:
            return unavailable(QStringLiteral("“%1” cannot be reached over the network. It will be tried again; check "
                                              "this computer's connection."),
                               host, "network", detail);
    }
}

}  // namespace refrain::net
