#include "store/databasepool.h"

namespace refrain::store {

Result<Database*> DatabasePool::connection()
{
    const std::thread::id self = std::this_thread::get_id();
    {
        const std::lock_guard lock(m_mutex);
        if (const auto mine = m_connections.find(self); mine != m_connections.end())
            return mine->second.get();
    }
    Result<std::unique_ptr<Database>> opened = Database::open(m_options);
    if (!opened)
        return opened.error();
    const std::lock_guard lock(m_mutex);
    return m_connections.emplace(self, *std::move(opened)).first->second.get();
}

}  // namespace refrain::store
