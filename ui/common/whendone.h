#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace refrain::ui {

/// Calls `then` with the result on `context`'s thread, unless the future was cancelled or `context` is gone by then.
/// QFuture::then(context, …) of Qt 6.4 is no substitute: it asserts when the answer comes after the context went.
/// REQUIRES: called on `context`'s thread.
template <class T, class Then>
void whenDone(QFuture<T> future, QObject* context, Then then)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcher<T>::finished, context, [watcher, then = std::move(then)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            then(watcher->result());
    });
    watcher->setFuture(std::move(future));
}

}  // namespace refrain::ui
