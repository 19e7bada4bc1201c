#pragma once

#include "console/engine/api.h"
#include "console/engine/cachestore.h"

#include <QObject>

#include <functional>

namespace refrain::console {

/// Creates and edits categories at the backend, for admins. What it accepted is in the cache when the answer comes.
/// Nothing is kept for later: a workspace's rules are not changed by a computer that is away. Engine thread.
class CategorySender : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<void(const Result<Category>&)>;
    CategorySender(Api& api, CacheStore& cache, const Clock& clock, QObject* parent = nullptr);

    void create(const Category& category, const Answer& answer);
    /// Sends what differs, against the version of `before`; refused where the category was changed meanwhile.
    void edit(const Category& before, const Category& after, const Answer& answer);

signals:
    /// The cache holds another category, or one more.
    void stored();
    /// How it went stands in the journal.
    void journaled();

private:
    Api& m_api;
    CacheStore& m_cache;
    const Clock& m_clock;

    void send(ApiRequest request, const QString& title, const Answer& answer);
    [[nodiscard]] Result<Category> take(const Result<ApiReply>& reply);
    void journal(const QString& title, Millis startedAt, const Result<Category>& outcome);
};

}  // namespace refrain::console
