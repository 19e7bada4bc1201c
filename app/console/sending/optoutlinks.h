#pragma once

#include "base/id.h"
#include "base/result.h"

#include <QFuture>

namespace refrain::console {

class BackendCalls;

/// Makes links through which one person can turn messages off without signing in. UI thread.
class OptOutLinks {
public:
    /// REQUIRES: the calls outlive this.
    explicit OptOutLinks(BackendCalls& calls) : m_calls(calls) {}

    /// For one category, or where that is empty for the page of all of the person's switches. Each call makes another
    /// link and is audited; links do not end by themselves.
    [[nodiscard]] QFuture<Result<QString>> make(const SubjectId& subject, const CategorySlug& category);

private:
    BackendCalls& m_calls;
};

}  // namespace refrain::console
