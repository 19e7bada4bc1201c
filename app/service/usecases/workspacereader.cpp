#include "service/usecases/workspacereader.h"

#include "store/categorystore.h"
#include "store/changestore.h"

namespace refrain::service {

namespace {

/// Of `limit + 1` rows that were asked for, the last one only tells that there are more.
template <class T>
Result<ListPage<T>> paged(store::Database& database, const WorkspaceId& workspace, Result<std::vector<T>> rows,
                          int limit)
{
    if (!rows)
        return rows.error();
    const Result<qint64> seq = store::ChangeStore(database).lastSeq(workspace);
    if (!seq)
        return seq.error();
    ListPage<T> page{*std::move(rows), false, *seq};
    if (int(page.items.size()) > limit) {
        page.more = true;
        page.items.pop_back();
    }
    return page;
}

}  // namespace

Result<qint64> WorkspaceReader::seq(const WorkspaceId& workspace)
{
    const Result<store::Database*> database = m_pool.connection();
    if (!database)
        return database.error();
    return store::ChangeStore(**database).lastSeq(workspace);
}

Result<ListPage<Subject>> WorkspaceReader::subjects(const WorkspaceId& workspace, store::SubjectQuery query)
{
    return m_pool.read<ListPage<Subject>>([&](store::Database& database) {
        const int limit = query.limit++;
        return paged(database, workspace, store::SubjectStore(database).page(workspace, query), limit);
    });
}

Result<ListPage<Preference>> WorkspaceReader::preferences(const WorkspaceId& workspace, store::PreferenceQuery query)
{
    query.now = m_clock.now();
    return m_pool.read<ListPage<Preference>>([&](store::Database& database) {
        const int limit = query.limit++;
        return paged(database, workspace, store::PreferenceStore(database).page(workspace, query), limit);
    });
}

Result<ListPage<Category>> WorkspaceReader::categories(const WorkspaceId& workspace)
{
    return m_pool.read<ListPage<Category>>([&](store::Database& database) {
        auto all = store::CategoryStore(database).all(workspace);
        const int count = all ? int(all->size()) : 0;
        return paged(database, workspace, std::move(all), count);
    });
}

Result<DigestAt> WorkspaceReader::digest(const WorkspaceId& workspace, const SubjectId& from, const SubjectId& to)
{
    return m_pool.read<DigestAt>([&](store::Database& database) -> Result<DigestAt> {
        DigestAt found;
        const Result<qint64> seq = store::ChangeStore(database).lastSeq(workspace);
        if (!seq)
            return seq.error();
        found.seq = *seq;
        Result<> read = store::PreferenceStore(database).each(
            workspace, from, to, [&found](const Preference& preference) { found.digest.add(preference); });
        if (!read)
            return read.error();
        return found;
    });
}

}  // namespace refrain::service
