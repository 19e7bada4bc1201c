#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "domain/actor.h"

#include <QFuture>

#include <vector>

namespace refrain::console {

class BackendCalls;

/// Somebody who may use Refrain's console.
struct Member {
    SubjectId id;
    QString name;
    Role role = Role::Viewer;
    SubjectId grantedBy;  ///< Empty: Refrain itself, at the first connection.
    Millis grantedAt = 0;

    friend bool operator==(const Member&, const Member&) = default;
};

/// Who may use Refrain in a workspace, and as what. Writing is for admins; the backend audits it. UI thread.
class Members {
public:
    /// REQUIRES: the calls outlive this.
    explicit Members(BackendCalls& calls) : m_calls(calls) {}

    [[nodiscard]] QFuture<Result<std::vector<Member>>> list();
    /// A first role for somebody of the directory; Conflict where they have one.
    [[nodiscard]] QFuture<Result<>> give(const SubjectId& id, Role role);
    /// Conflict where nobody would be admin any more.
    [[nodiscard]] QFuture<Result<>> change(const SubjectId& id, Role role);
    /// The same; their sessions end at once.
    [[nodiscard]] QFuture<Result<>> remove(const SubjectId& id);

private:
    BackendCalls& m_calls;
};

}  // namespace refrain::console
