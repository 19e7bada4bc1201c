#pragma once

#include "base/clock.h"
#include "base/random.h"

#include <QHash>
#include <QString>

#include <optional>

namespace refrain::sandbox {

/// The trigger_ids that come with commands and interactions: each opens or pushes one modal for the
/// person who acted, within 3 seconds. In memory. Call with the sandbox's lock held.
class Triggers {
public:
    static constexpr Millis lifetime = 3000;

    Triggers(const Clock& clock, Random& random) : m_clock(clock), m_random(random) {}

    [[nodiscard]] QString issue(quint64 person);

    /// The person, once; or Slack's word for why not.
    struct Redeemed {
        std::optional<quint64> person;
        QString problem;
    };
    [[nodiscard]] Redeemed redeem(const QString& trigger);

private:
    struct Open {
        quint64 person = 0;
        Millis until = 0;
        bool used = false;
    };

    const Clock& m_clock;
    Random& m_random;
    QHash<QString, Open> m_issued;
};

}  // namespace refrain::sandbox
