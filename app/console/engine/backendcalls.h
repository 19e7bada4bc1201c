#pragma once

#include "console/engine/api.h"

#include <QFuture>
#include <QJsonArray>
#include <QPromise>

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <vector>

namespace refrain::console {

class Engine;

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
    /// All of a list, page by page.
    template <class T>
    [[nodiscard]] QFuture<Result<std::vector<T>>> list(const QString& path, Result<T> (*read)(const QJsonObject&))
    {
        const auto listing = std::make_shared<Listing<T>>(Listing<T>{path, read, {}, {}});
        listing->promise.start();
        page(listing, {});
        return listing->promise.future();
    }
    /// For answers that say no more than that it was done.
    [[nodiscard]] QFuture<Result<>> order(ApiRequest request)
    {
        return ask<void>(std::move(request), [](const QJsonObject&) { return Result<>(); });
    }

private:
    using Answer = std::function<void(const Result<QJsonObject>&)>;

    template <class T>
    struct Listing {
        QString path;
        Result<T> (*read)(const QJsonObject&);
        std::vector<T> rows;
        QPromise<Result<std::vector<T>>> promise;
    };

    Engine& m_engine;

    template <class T>
    void page(const std::shared_ptr<Listing<T>>& listing, const QString& after)
    {
        send([path = listing->path, after] { return pageOf(path, after); },
             [this, listing](const Result<QJsonObject>& answer) {
                 auto rows = answer ? readItems(answer->value(QLatin1String("items")).toArray(), listing->read)
                                    : Result<std::vector<T>>(answer.error());
                 const QString next = answer ? answer->value(QLatin1String("next")).toString() : QString();
                 if (rows)
                     std::move(rows->begin(), rows->end(), std::back_inserter(listing->rows));
                 if (rows && !next.isEmpty()) {
                     page(listing, next);
                     return;
                 }
                 listing->promise.addResult(rows ? Result<std::vector<T>>(std::move(listing->rows)) : rows);
                 listing->promise.finish();
             });
    }
    static ApiRequest pageOf(const QString& path, const QString& after);
    void send(Make make, const Answer& answer);
};

}  // namespace refrain::console
