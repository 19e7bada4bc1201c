#pragma once

#include "service/http/api.h"
#include "service/usecases/idempotency.h"

namespace refrain::service {

/// Writes that a client may repeat under an Idempotency-Key (contract, Rules of writing).
class Repeatable {
public:
    /// Keeps the answer in the transaction that it is the answer to; does nothing where no key was sent.
    using Keep = std::function<Result<>(store::Database&, const web::Response&)>;
    using Work = std::function<Result<web::Response>(const Keep& keep)>;

    Repeatable(Idempotency& idempotency, store::DatabasePool& pool) : m_idempotency(idempotency), m_pool(pool) {}

    /// Does the work, or sends the first answer again. An answer that `work` did not keep itself is kept after it.
    /// `secret`: the answer's body is sealed at rest.
    [[nodiscard]] Result<web::Response> run(const ApiCall& call, const Work& work, bool secret = false);

private:
    [[nodiscard]] web::Response runOnce(const Idempotency::Ticket& ticket, const Work& work, bool secret);

    Idempotency& m_idempotency;
    store::DatabasePool& m_pool;
};

}  // namespace refrain::service
