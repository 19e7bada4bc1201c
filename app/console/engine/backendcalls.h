#pragma once

#include "console/engine/api.h"

#include <QFuture>
#include <QPromise>

#include <functional>
#include <memory>

namespace refrain::console {

class Engine;

/// What screens ask of the backend directly: things that are in no table and must not wait in the outbox, such as
/// roles, keys and messages. UI thread; answers are read on the engine's.
class BackendCalls {
public:
    template <class T>
    using Read = std::function<Result<T>(const QJsonObject&)>;
    /// Makes a large request on the engine's thread.
    using Make = std::function<ApiRequest()>;

    /// REQUIRES: the engine outlives this.
    explicit BackendCalls(Engine& engine) : m_engine(engine) {}

    /// A refusal is the sentence of the field at fault, where the backend names one. The future is cancelled where the
    /// session ends before there is an answer.
    template <class T>
    [[nodiscard]] QFuture<Result<T>> ask(Make make, Read<T> read)
    {
        const auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        send(std::move(make), [promise, read = std::move(read)](const Result<QJsonObject>& answer) {
            promise->addResult(answer ? read(*answer) : Result<T>(answer.error()));
            promise->finish();
        });
        return promise->future();
    }
    template <class T>
    [[nodiscard]] QFuture<Result<T>> ask(ApiRequest request, Read<T> read)
    {
        return ask<T>(Make([request = std::move(request)] { return request; }), std::move(read));
    }
    /// For answers that say no more than that it was done.
    [[nodiscard]] QFuture<Result<>> order(ApiRequest request)
    {
        return ask<void>(std::move(request), [](const QJsonObject&) { return Result<>(); });
    }

private:
    using Answer = std::function<void(const Result<QJsonObject>&)>;

    Engine& m_engine;

    void send(Make make, const Answer& answer);
};

/// Reads each of an answer's `items`; the first that cannot be read is the error.
template <class T>
[[nodiscard]] Result<std::vector<T>> readItems(const QJsonArray& items, Result<T> (*read)(const QJsonObject&))
{
    std::vector<T> rows;
    rows.reserve(size_t(items.size()));
    for (const QJsonValue& item : items) {
        Result<T> row = read(item.toObject());
        if (!row)
            return row.error();
        rows.push_back(*std::move(row));
    }
    return rows;
}

}  // namespace refrain::console
