#include "sandbox/delivery/retries.h"

#include "sandbox/delivery/courier.h"

namespace refrain::sandbox {

Retries::Retries(Deliveries& way, Courier& courier, Pauses pauses)
    : m_way(way), m_courier(courier), m_pauses(std::move(pauses))
{
}

void Retries::deliver(const Delivery& delivery, std::function<void(const DeliveryOutcome&)> done)
{
    m_way.deliver(delivery, [this, delivery, done = std::move(done)](const DeliveryOutcome& outcome) {
        const bool again = !outcome.acknowledged && outcome.mayRetry && delivery.kind == Delivery::Kind::Event &&
                           size_t(delivery.retry) < m_pauses.size();
        if (!again) {
            if (done)
                done(outcome);
            return;
        }
        Delivery next = delivery;
        next.retry = delivery.retry + 1;
        next.retryReason = outcome.problem;
        m_courier.after(m_pauses[size_t(delivery.retry)], [this, next, done] { deliver(next, done); });
    });
}

}  // namespace refrain::sandbox
