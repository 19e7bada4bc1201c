#pragma once

#include "sandbox/delivery/deliveries.h"

#include <chrono>
#include <vector>

namespace refrain::sandbox {

class Courier;

/// Sends an event again that was not acknowledged: at once, after a minute, after five more
/// (docs.slack.dev/apis/events-api). Commands and interactions are tried once.
class Retries final : public Deliveries {
public:
    using Pauses = std::vector<std::chrono::milliseconds>;

    /// `way` and `courier` outlive this; the courier is stopped before it goes.
    Retries(Deliveries& way, Courier& courier,
            Pauses pauses = {std::chrono::milliseconds(0), std::chrono::minutes(1), std::chrono::minutes(5)});

    /// `done` hears of the last try.
    void deliver(const Delivery& delivery, std::function<void(const DeliveryOutcome&)> done) override;

private:
    Deliveries& m_way;
    Courier& m_courier;
    const Pauses m_pauses;
};

}  // namespace refrain::sandbox
