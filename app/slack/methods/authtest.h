#pragma once

#include "base/result.h"
#include "slack/call.h"

#include <QJsonObject>

namespace refrain::slack {

/// auth.test: whose token this is; the cheapest way to learn that it still lives.
class AuthTest {
public:
    struct Response {
        QString teamId;
        QString enterpriseId;
        QString userId;
        bool isEnterpriseInstall = false;
    };

    [[nodiscard]] Call call() const { return {QStringLiteral("auth.test"), Tier::Special, {}, true}; }
    [[nodiscard]] static Result<Response> parse(const QJsonObject& answer);
};

}  // namespace refrain::slack
