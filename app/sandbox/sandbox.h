#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "sandbox/options.h"
#include "web/application.h"

#include <memory>

namespace refrain::sandbox {

/// The practice Slack, composed: the one place where its parts meet. Serve it with a web::Server.
///
/// It answers this computer only: a request whose Host is no loopback name is refused, so that a
/// page on the internet cannot reach it by rebinding its own name.
class Sandbox final : public web::Application {
public:
    /// Opens the state file. `clock` and `random` outlive this.
    [[nodiscard]] static Result<std::unique_ptr<Sandbox>> create(const Options& options, const Clock& clock,
                                                                 Random& random);
    ~Sandbox() override;

    void handle(web::Request request, web::Reply reply) override;
    [[nodiscard]] qint64 bodyLimit(const web::Request& head) const override;
    [[nodiscard]] web::Response error(const web::HttpError& error) const override;

private:
    struct Parts;
    explicit Sandbox(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

}  // namespace refrain::sandbox
