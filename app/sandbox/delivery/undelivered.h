#pragma once

#include "sandbox/delivery/deliveries.h"

namespace refrain::sandbox {

/// Deliveries for which nobody listens.
class Undelivered final : public Deliveries {
public:
    void deliver(const Delivery&, std::function<void(const DeliveryOutcome&)>) override {}
};

}  // namespace refrain::sandbox
