#pragma once

#include "domain/subject.h"
#include "net/transport.h"
#include "slack/waiter.h"

#include <QPromise>

#include <atomic>
#include <functional>

namespace refrain::test {

inline Subject subjectOf(const QString& id, SubjectKind kind)
{
    Subject subject;
    subject.id = SubjectId(id);
    subject.kind = kind;
    subject.name = id;
    subject.updatedAt = 1;
    return subject;
}

/// Waits for nothing, so that pauses cost no time; counts them.
class NoWaiter final : public slack::Waiter {
public:
    bool wait(std::chrono::milliseconds duration) override
    {
        if (duration.count() > 0) {
            ++pauses;
            if (onPause)
                onPause();
        }
        return !stopped;
    }
    std::function<void()> onPause;  ///< In the thread that would wait.
    std::atomic<int> pauses = 0;
    std::atomic<bool> stopped = false;
};

class NoNetwork final : public net::Transport {
public:
    QFuture<Result<net::HttpReply>> send(net::HttpRequest request) override
    {
        ++sent;
        lastHost = request.url.host();
        lastBody = request.body;
        QPromise<Result<net::HttpReply>> promise;
        promise.start();
        promise.addResult(reply);
        promise.finish();
        return promise.future();
    }
    Result<net::HttpReply> reply = net::HttpReply{200, {}, "ok"};
    std::atomic<int> sent = 0;
    QString lastHost;
    QByteArray lastBody;
};

}  // namespace refrain::test
