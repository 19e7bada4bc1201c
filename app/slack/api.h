#pragma once

#include "base/result.h"
#include "slack/call.h"

#include <QJsonObject>

namespace refrain::slack {

/// Slack's Web API. Calls block, so they belong on background threads; any number at a time.
///
///     Result<User> who = api.run(credential, UsersInfo(id));
class Api {
public:
    virtual ~Api() = default;

    /// The answer of a call that Slack says is `ok`; failures as in failure.h. Waits for the rate budget of
    /// method and workspace, and obeys Retry-After.
    [[nodiscard]] virtual Result<QJsonObject> send(const Credential& credential, const Call& call) = 0;

    /// The keys that sign id_tokens, `/openid/connect/keys` (RFC 7517).
    [[nodiscard]] virtual Result<QJsonObject> openIdKeys() = 0;

    /// Sends a method and reads its answer.
    template <class Method>
    [[nodiscard]] Result<typename Method::Response> run(const Credential& credential, const Method& method)
    {
        Result<QJsonObject> answer = send(credential, method.call());
        if (!answer)
            return answer.error();
        return Method::parse(*answer);
    }
};

}  // namespace refrain::slack
