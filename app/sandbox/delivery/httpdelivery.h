#pragma once

#include "base/clock.h"
#include "sandbox/delivery/deliveries.h"

#include <QUrl>

#include <chrono>

namespace refrain::sandbox {

class Courier;

/// Delivers by signed HTTP to `<base>/slack/{commands,events,interactions}`, as Slack does to an app
/// with request URLs: commands and interactions as forms, events as JSON, 3 seconds for the answer.
class HttpDelivery final : public Deliveries {
public:
    /// `courier` and `clock` outlive this.
    HttpDelivery(Courier& courier, const Clock& clock, const QUrl& base, QByteArray signingSecret,
                 std::chrono::milliseconds patience = std::chrono::milliseconds(3000));

    void deliver(const Delivery& delivery, std::function<void(const DeliveryOutcome&)> done) override;

private:
    Courier& m_courier;
    const Clock& m_clock;
    const QUrl m_base;
    const QByteArray m_signingSecret;
    const std::chrono::milliseconds m_patience;
};

}  // namespace refrain::sandbox
