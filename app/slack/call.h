#pragma once

#include "base/id.h"
#include "base/secret.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <utility>

namespace refrain::slack {

/// Calls a minute that Slack grants, per method and workspace (docs.slack.dev/apis/web-api/rate-limits).
enum class Tier { One = 1, Two = 20, Three = 50, Four = 100, Special = 600 };

/// One call of the Web API, ready to send as a POST form. The fields may hold secrets: never log them.
struct Call {
    QString method;  ///< "users.list"
    Tier tier = Tier::Three;
    QList<std::pair<QByteArray, QString>> fields;
    bool isRepeatable = true;  ///< False where a lost answer must not be asked for again: codes serve once.
    std::chrono::milliseconds patience{10'000};  ///< How long to wait for rate limits and better times, in all.

    /// Adds a field unless its value is empty.
    Call& with(QByteArray name, QString value) &;
    Call with(QByteArray name, QString value) &&;
    [[nodiscard]] QByteArray form() const;
};

/// On whose behalf a call is made; `token` is empty for the calls that carry the app's own secret.
struct Credential {
    WorkspaceId workspace;
    Secret token;
};

}  // namespace refrain::slack
