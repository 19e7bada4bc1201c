#pragma once

#include "base/result.h"
#include "slack/call.h"

#include <QJsonObject>

namespace refrain::slack {

/// team.info: the workspace's name and domain (scope team:read).
class TeamInfo {
public:
    struct Response {
        QString id;
        QString name;
        QString domain;
    };

    [[nodiscard]] Call call() const { return {QStringLiteral("team.info"), Tier::Three, {}, true}; }
    [[nodiscard]] static Result<Response> parse(const QJsonObject& answer);
};

}  // namespace refrain::slack
