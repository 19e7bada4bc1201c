#pragma once

#include "base/result.h"
#include "slack/call.h"

#include <QJsonObject>

namespace refrain::slack {

/// auth.revoke: ends the token it is called with. Without token rotation that removes the app from the
/// workspace; with it, only this one token dies (docs.slack.dev/authentication/using-token-rotation).
class AuthRevoke {
public:
    struct Response {};

    [[nodiscard]] Call call() const { return {QStringLiteral("auth.revoke"), Tier::Three, {}, true}; }
    [[nodiscard]] static Result<Response> parse(const QJsonObject&) { return Response{}; }
};

}  // namespace refrain::slack
