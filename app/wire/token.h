#pragma once

#include "base/id.h"
#include "base/result.h"
#include "base/secret.h"
#include "domain/actor.h"

#include <QJsonObject>

namespace refrain::wire {

/// What `/oauth/token` answers (RFC 6749, 5.1), with whose session it is: `workspace`, `user`, `name`, `role`.
struct TokenReply {
    Secret accessToken;
    Secret refreshToken;
    qint64 expiresInSeconds = 0;
    WorkspaceId workspace;
    QString user;
    QString name;
    Role role = Role::Viewer;
};

/// Holds the tokens in the clear: hand it to the reply's body and nowhere else.
[[nodiscard]] QJsonObject toJson(const TokenReply& reply);
[[nodiscard]] Result<TokenReply> tokenReplyFromJson(const QJsonObject& object);

/// `{"error", "error_description"}` (RFC 6749, 5.2).
struct TokenError {
    QString error;
    QString description;

    friend bool operator==(const TokenError&, const TokenError&) = default;
};

[[nodiscard]] QJsonObject toJson(const TokenError& error);
[[nodiscard]] Result<TokenError> tokenErrorFromJson(const QJsonObject& object);

}  // namespace refrain::wire
