#pragma once

#include "base/secret.h"
#include "service/usecases/editcontext.h"
#include "service/usecases/workspacewriter.h"
#include "store/linkstore.h"

#include <functional>

namespace refrain::service {

/// Makes opt-out links. The token is told once and stored as SHA-256 only. Any thread.
class LinkMinter {
public:
    /// A link must work for as long as the message that bears it may be read.
    static constexpr Millis shortestLife = 60LL * 24 * 60 * 60 * 1000;

    /// Runs inside the transaction, after everything else; an error undoes all.
    using BeforeCommit = std::function<Result<>(store::Database&, const Secret& token)>;

    LinkMinter(WorkspaceWriter& writer, Random& random) : m_writer(writer), m_random(random) {}

    /// The token: 256 random bits as base64url. Of `wish` count subject, category, expiresAt and notification.
    /// Invalid where one of them is unknown, the category archived, or the end too near.
    [[nodiscard]] Result<Secret> mint(const store::Link& wish, const EditContext& context,
                                      const BeforeCommit& beforeCommit = {});

private:
    WorkspaceWriter& m_writer;
    Random& m_random;
};

}  // namespace refrain::service
