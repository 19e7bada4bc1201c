#pragma once

#include "net/transport.h"

#include <QFutureWatcher>
#include <QObject>

#include <functional>

namespace refrain::console {

/// Calls `then` once on `context`'s thread with the answer, or with `none` where the future ends without one, unless
/// `context` is gone by then. REQUIRES: called on it.
template <class T, class Then>
void answerThen(QFuture<Result<T>> future, QObject* context, const Error& none, Then then)
{
    using Watcher = QFutureWatcher<Result<T>>;
    auto* watcher = new Watcher(context);
    QObject::connect(watcher, &Watcher::finished, context, [watcher, none, then = std::move(then)] {
        watcher->deleteLater();
        const QFuture<Result<T>> answered = watcher->future();
        then(answered.resultCount() > 0 ? answered.result() : Result<T>(none));
    });
    watcher->setFuture(std::move(future));
}

/// Sends, and calls `then` once on `context`'s thread, unless `context` is gone by then. REQUIRES: called on it.
template <class Then>
void sendAndThen(net::Transport& transport, net::HttpRequest request, QObject* context, Then then)
{
    answerThen(transport.send(std::move(request)), context,
               Error::cancelled(QStringLiteral("The request was given up.")), std::move(then));
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
