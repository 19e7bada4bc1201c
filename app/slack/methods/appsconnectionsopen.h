#pragma once

#include "base/result.h"
#include "slack/call.h"

#include <QJsonObject>
#include <QUrl>

namespace refrain::slack {

/// apps.connections.open: where to open the next Socket Mode connection. Takes the app-level token (`xapp-`,
/// connections:write) and names no workspace. Each address holds a ticket that serves once: never log it.
class AppsConnectionsOpen {
public:
    struct Response {
        QUrl url;
    };

    [[nodiscard]] Call call() const;
    /// Corrupt where the address is neither wss nor on this computer.
    [[nodiscard]] static Result<Response> parse(const QJsonObject& answer);
};

}  // namespace refrain::slack
