#pragma once

#include "base/result.h"
#include "slack/call.h"
#include "slack/user.h"

namespace refrain::slack {

/// users.lookupByEmail: the member with this address (users:read.email). `users_not_found` also for people who left.
class UsersLookupByEmail {
public:
    using Response = User;

    explicit UsersLookupByEmail(QString email) : m_email(std::move(email)) {}

    [[nodiscard]] Call call() const;
    [[nodiscard]] static Result<Response> parse(const QJsonObject& answer);

private:
    QString m_email;
};

}  // namespace refrain::slack
