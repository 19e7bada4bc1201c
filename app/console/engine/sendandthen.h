#pragma once

#include "net/transport.h"

#include <QFutureWatcher>
#include <QObject>

#include <functional>

namespace refrain::console {

/// Watches an answer; `cancels`: gives the question up where nobody waits for the answer any more.
template <class T>
class AnswerWatcher final : public QFutureWatcher<T> {
public:
    AnswerWatcher(QObject* context, bool cancels) : QFutureWatcher<T>(context), m_cancels(cancels) {}
    ~AnswerWatcher() override
    {
        if (m_cancels && !this->isFinished())
            this->future().cancel();
    }

private:
    bool m_cancels;
};

/// Calls `then` once on `context`'s thread with the answer, or with `none` where the future ends without one, unless
/// `context` is gone by then. REQUIRES: called on it.
template <class T, class Then>
void answerThen(QFuture<Result<T>> future, QObject* context, const Error& none, Then then, bool cancels = false)
{
    using Watcher = AnswerWatcher<Result<T>>;
    auto* watcher = new Watcher(context, cancels);
    QObject::connect(watcher, &Watcher::finished, context, [watcher, none, then = std::move(then)] {
        watcher->deleteLater();
        const QFuture<Result<T>> answered = watcher->future();
        then(answered.resultCount() > 0 ? answered.result() : Result<T>(none));
    });
    watcher->setFuture(std::move(future));
}

/// Sends, and calls `then` once on `context`'s thread, unless `context` is gone by then: a request that changes nothing
/// is given up then, so that a poll of half a minute holds no connection of the next desk's. REQUIRES: called on it.
template <class Then>
void sendAndThen(net::Transport& transport, net::HttpRequest request, QObject* context, Then then)
{
    const bool changesNothing = request.method == "GET";
    answerThen(transport.send(std::move(request)), context,
               Error::cancelled(QStringLiteral("The request was given up.")), std::move(then), changesNothing);
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
