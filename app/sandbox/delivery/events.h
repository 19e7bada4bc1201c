#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "sandbox/delivery/deliveries.h"

#include <QJsonObject>
#include <QString>

namespace refrain::sandbox {

class Grants;
class World;

/// Wraps what happened in the workspace into Slack's event envelopes, one for each installation that
/// may see it, and hands them to Deliveries. Call with the sandbox's lock held.
class Events {
public:
    /// All outlive this.
    Events(const World& world, const Grants& grants, const Clock& clock, Random& random, Deliveries& deliveries);

    /// `event` is the inner event with its `type`; `event_ts` is added. `scope` is what an installation's
    /// bot needs to see it; empty for events that need none.
    void emitEvent(QJsonObject event, const QString& scope = {});
    /// The same for one installation alone, whether it still stands or not: tokens_revoked, app_uninstalled.
    void emitTo(const QString& workspace, QJsonObject event);

private:
    [[nodiscard]] QJsonObject envelope(const QString& workspace, const QJsonObject& event) const;

    const World& m_world;
    const Grants& m_grants;
    const Clock& m_clock;
    Random& m_random;
    Deliveries& m_deliveries;
};

}  // namespace refrain::sandbox
