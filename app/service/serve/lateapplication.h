#pragma once

#include "web/application.h"

#include <atomic>

namespace refrain::service {

/// Stands in for the application while the port is found out, which the application's own addresses depend
/// on. Until then everybody is told to come back.
class LateApplication final : public web::Application {
public:
    /// `application` must outlive this.
    void open(web::Application& application) { m_application.store(&application); }

    void handle(web::Request request, web::Reply reply) override;
    [[nodiscard]] qint64 bodyLimit(const web::Request& head) const override;
    [[nodiscard]] web::Response error(const web::HttpError& error) const override;

private:
    std::atomic<web::Application*> m_application{nullptr};
};

}  // namespace refrain::service
