#pragma once

#include "net/transport.h"

#include <map>

namespace refrain::bench {

/// A browser without a window: follows redirects with cookies and returns the last reply. Blocks; not for a thread
/// on which one of the visited servers runs.
class RedirectBrowser {
public:
    explicit RedirectBrowser(net::Transport& transport) : m_transport(transport) {}

    Result<net::HttpReply> open(QUrl url)
    {
        for (;;) {
            net::HttpRequest request;
            request.url = url;
            if (const auto cookie = m_cookies.find(url.authority()); cookie != m_cookies.end())
                request.headers.append({QByteArrayLiteral("Cookie"), cookie->second});
            Result<net::HttpReply> reply = net::await(m_transport.send(request));
            if (!reply)
                return reply;
            const QByteArray cookie = reply->header(QByteArrayLiteral("Set-Cookie"));
            if (!cookie.isEmpty())
                m_cookies[url.authority()] = cookie.left(cookie.indexOf(';'));
            const QByteArray location = reply->header(QByteArrayLiteral("Location"));
            if (location.isEmpty() || stopBefore(url.resolved(QUrl::fromEncoded(location))))
                return reply;
            url = url.resolved(QUrl::fromEncoded(location));
        }
    }

    /// Do not visit this address (without its query), but return the redirect that leads there.
    void setStop(const QString& address) { m_stop = address; }

private:
    bool stopBefore(const QUrl& url) const { return !m_stop.isEmpty() && url.toString(QUrl::RemoveQuery) == m_stop; }

    net::Transport& m_transport;
    std::map<QString, QByteArray> m_cookies;
    QString m_stop;
};

}  // namespace refrain::bench
