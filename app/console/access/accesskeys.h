#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"
#include "domain/actor.h"

#include <QFuture>

#include <optional>
#include <vector>

namespace refrain::console {

class BackendCalls;

/// A key with which another program uses Refrain; never the key itself.
struct AccessKey {
    QString id;
    QString name;
    Role role = Role::Service;
    QString createdBy;  ///< A person's id; other words where it was made at the backend itself.
    Millis createdAt = 0;
    std::optional<Millis> lastUsedAt;
    std::optional<Millis> revokedAt;

    friend bool operator==(const AccessKey&, const AccessKey&) = default;
};

/// The keys of a workspace, for admins. UI thread.
class AccessKeys {
public:
    /// REQUIRES: the calls outlive this.
    explicit AccessKeys(BackendCalls& calls) : m_calls(calls) {}

    struct Made {
        AccessKey key;
        Secret secret;  ///< The backend does not tell it again.
    };

    /// Those that were revoked too.
    [[nodiscard]] QFuture<Result<std::vector<AccessKey>>> list();
    [[nodiscard]] QFuture<Result<Made>> create(const QString& name, Role role);
    /// Programs that use it are refused from then on.
    [[nodiscard]] QFuture<Result<>> revoke(const QString& id);

private:
    BackendCalls& m_calls;
};

}  // namespace refrain::console
