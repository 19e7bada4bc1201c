#pragma once

#include "console/accounts/accounts.h"
#include "console/desk/deskstatus.h"
#include "console/engine/api.h"
#include "console/engine/cachestore.h"

#include <QJsonArray>
#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace refrain::console {

/// "10 168 read, 3 changed": what a run did; "nothing changed" where it did nothing.
[[nodiscard]] QString inWords(const SyncCounts& counts);

/// Asks about the workspace itself and about the exchanges of the backend with others. Engine thread.
class WorkspaceReader : public QObject {
    Q_OBJECT
public:
    WorkspaceReader(Api& api, CacheStore& cache, const Account& account, QObject* parent = nullptr);

    /// What the cache remembers, at once; then what the backend says.
    void start();
    void readWorkspace();
    void readExchanges();
    /// Asks the backend to read the directory anew; its runs are followed from then on until it is done.
    void syncDirectory(const std::function<void(const Result<>&)>& answer);
    /// Oneself, as the session says it.
    void identify(Role role, const QString& userId, const QString& userName);
    /// The console's own journal has grown: told soon, and not for each line.
    void journalGrew();
    [[nodiscard]] const WorkspaceInfo& info() const { return m_info; }

signals:
    void workspaceRead(const refrain::console::WorkspaceInfo& info);
    /// Newest first, the console's and the backend's together.
    void exchangesRead(const std::vector<refrain::console::Exchange>& exchanges);

private:
    Api& m_api;
    CacheStore& m_cache;
    WorkspaceInfo m_info;
    std::vector<Exchange> m_backendRuns;
    QTimer m_soon;
    QTimer m_watch;  ///< While a run is under way.

    void takeRuns(const QJsonArray& items);
    void take(const QJsonObject& object);
    void publishExchanges();
};

}  // namespace refrain::console
