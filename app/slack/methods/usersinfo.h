#pragma once

#include "base/result.h"
#include "slack/call.h"
#include "slack/user.h"

namespace refrain::slack {

/// users.info: one member, with the flags that say whether they administer the workspace (users:read).
class UsersInfo {
public:
    using Response = User;

    explicit UsersInfo(SubjectId user) : m_user(std::move(user)) {}

    [[nodiscard]] Call call() const;
    [[nodiscard]] static Result<Response> parse(const QJsonObject& answer);

private:
    SubjectId m_user;
};

}  // namespace refrain::slack
