#pragma once

#include "net/transport.h"

#include <QFutureWatcher>
#include <QObject>

#include <functional>

namespace refrain::console {

/// Sends, and calls `then` once on `context`'s thread, unless `context` is gone by then. REQUIRES: called on it.
template <class Then>
void sendAndThen(net::Transport& transport, net::HttpRequest request, QObject* context, Then then)
{
    using Reply = Result<net::HttpReply>;
    auto* watcher = new QFutureWatcher<Reply>(context);
    QObject::connect(watcher, &QFutureWatcher<Reply>::finished, context, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        const QFuture<Reply> future = watcher->future();
        then(future.resultCount() > 0 ? future.result()
                                      : Reply(Error::cancelled(QStringLiteral("The request was given up."))));
    });
    watcher->setFuture(transport.send(std::move(request)));
}

/// `base` with a path appended, whatever slash either has.
[[nodiscard]] inline QUrl below(const QUrl& base, const QString& path)
{
    QUrl url = base;
    QString start = base.path();
    if (start.endsWith(QLatin1Char('/')))
        start.chop(1);
    url.setPath(start + path, QUrl::TolerantMode);
    return url;
}

}  // namespace refrain::console
