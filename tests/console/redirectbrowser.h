#pragma once

#include "console/engine/sendandthen.h"

#include <utility>
#include <vector>

namespace refrain::test {

/// Stands in for the browser: follows redirects with cookies, as long as there are any.
class RedirectBrowser final : public QObject {
public:
    explicit RedirectBrowser(net::Transport& transport) : m_transport(transport) {}

    void open(const QUrl& url)
    {
        net::HttpRequest request;
        request.url = url;
        for (const auto& [host, cookie] : m_cookies) {
            if (host == url.authority())
                request.headers.append({QByteArrayLiteral("Cookie"), cookie});
        }
        console::sendAndThen(m_transport, std::move(request), this, [this, url](const Result<net::HttpReply>& reply) {
            if (!reply)
                return;
            lastStatus = reply->status;
            lastPage = reply->body;
            for (const auto& [name, value] : reply->headers) {
                if (name.toLower() == "set-cookie")
                    m_cookies.emplace_back(url.authority(), value.left(value.indexOf(';')));
            }
            const QByteArray location = reply->header(QByteArrayLiteral("Location"));
            if (!location.isEmpty())
                open(url.resolved(QUrl::fromEncoded(location)));
        });
    }
    int lastStatus = 0;
    QByteArray lastPage;

private:
    net::Transport& m_transport;
    std::vector<std::pair<QString, QByteArray>> m_cookies;
};

}  // namespace refrain::test
