#pragma once

#include "base/result.h"
#include "service/config/config.h"
#include "web/server.h"

#include <memory>

namespace refrain::service {

/// A server that listens already.
struct Listening {
    std::unique_ptr<web::Server> server;
    quint16 port = 0;
    QString address;  ///< "http://127.0.0.1:8470", for the ready line.
};

/// Listens where the configuration says.
[[nodiscard]] Result<Listening> listenAsConfigured(web::Application& application, const Config& config);

/// Listens for a console on this computer: on the first of ports 8470 to 8473 that is free on both 127.0.0.1 and
/// ::1 (Slack's redirect says localhost, which may mean either).
[[nodiscard]] Result<Listening> listenEmbedded(web::Application& application);

}  // namespace refrain::service
