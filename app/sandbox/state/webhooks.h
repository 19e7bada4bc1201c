#pragma once

#include "base/random.h"
#include "sandbox/state/ledger.h"

#include <QString>

#include <optional>

namespace refrain::sandbox {

/// Incoming webhooks: each posts into one channel, and its path is the credential. They die with the
/// bot's authorization. Call with the sandbox's lock held.
class Webhooks {
public:
    Webhooks(Ledger& ledger, Random& random) : m_ledger(ledger), m_random(random) {}

    struct Webhook {
        QString workspace;
        QString channel;
        bool active = false;
    };

    /// The path of a new webhook: `/services/T…/B…/<secret>`.
    [[nodiscard]] QString create(const QString& workspace, const QString& bot, const QString& channel);
    [[nodiscard]] std::optional<Webhook> find(const QString& path) const;
    /// All of a workspace's, as when the app is removed.
    void removeAll(const QString& workspace);

private:
    Ledger& m_ledger;
    Random& m_random;
};

}  // namespace refrain::sandbox
