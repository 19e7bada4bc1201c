#pragma once

#include "base/result.h"
#include "wire/approval.h"
#include "wire/batch.h"

#include <QFuture>

#include <functional>
#include <vector>

namespace refrain::console {

class BackendCalls;

/// What others changed since a number of the workspace's sequence, as far as one answer tells.
struct MovedGround {
    std::vector<SubjectId> subjects;  ///< Whose choice for the category changed.
    bool everybody = false;           ///< The category itself changed, or it cannot be said any more who did.
    qint64 reached = 0;               ///< How far this answer tells.
    bool isAll = true;                ///< There is nothing after it.
};

/// What a bulk act asks of the backend; a seam for tests. Each may be called on the UI thread alone.
///
/// A bulk act goes to the backend directly, not through the outbox: what nobody could look at on the backend's own
/// ground must not be done there days later. What makes a repeated part harmless is its key.
struct BulkCalls {
    /// A part, answered in its order; an empty key where it is a dry run.
    std::function<QFuture<Result<std::vector<wire::BatchItem>>>(wire::BatchRequest part, QByteArray key)> send;
    /// Asks a second admin about all of it as one; how many it is about. Conflict where nothing needs approval.
    std::function<QFuture<Result<qint64>>(wire::ApprovalWish wish, QByteArray key)> ask;
    /// The workspace's sequence now.
    std::function<QFuture<Result<qint64>>()> sequence;
    std::function<QFuture<Result<MovedGround>>(qint64 after, CategorySlug category)> movedSince;

    /// REQUIRES: `calls` outlives it.
    [[nodiscard]] static BulkCalls to(BackendCalls& calls);
};

}  // namespace refrain::console
