#pragma once

#include "domain/category.h"
#include "domain/digest.h"
#include "store/databasepool.h"
#include "store/preferencestore.h"
#include "store/subjectstore.h"

namespace refrain::service {

/// One page of a list, with the sequence at or before the read: whoever pages and then follows the change feed
/// from the first page's `seq` misses nothing.
template <class T>
struct ListPage {
    std::vector<T> items;
    bool more = false;  ///< There is a next page after the last item.
    qint64 seq = 0;
};

/// Digest of the stored preferences of a range of subjects, and the sequence at which it holds.
struct DigestAt {
    PreferenceDigest digest;
    qint64 seq = 0;
};

/// Lists of a workspace, each read in one moment. Any thread.
class WorkspaceReader {
public:
    WorkspaceReader(store::DatabasePool& pool, const Clock& clock) : m_pool(pool), m_clock(clock) {}

    /// Number of the last accepted change.
    [[nodiscard]] Result<qint64> seq(const WorkspaceId& workspace);
    [[nodiscard]] Result<ListPage<Subject>> subjects(const WorkspaceId& workspace, store::SubjectQuery query);
    /// Explicit choices and running snoozes; `query.now` is set here.
    [[nodiscard]] Result<ListPage<Preference>> preferences(const WorkspaceId& workspace, store::PreferenceQuery query);
    /// All but `*`, archived ones included.
    [[nodiscard]] Result<ListPage<Category>> categories(const WorkspaceId& workspace);
    /// Subjects with from <= id < to; an empty bound is none.
    [[nodiscard]] Result<DigestAt> digest(const WorkspaceId& workspace, const SubjectId& from, const SubjectId& to);

private:
    store::DatabasePool& m_pool;
    const Clock& m_clock;
};

}  // namespace refrain::service
