#pragma once

#include "base/error.h"
#include "service/oauth/authorizerequest.h"

namespace refrain::service {

/// What a console and a person are told for Slack's word of an OAuth failure, whether it stood in the redirect
/// back (`?error=…`) or in the answer to the exchange. Unknown words are a `server_error` that names them.
[[nodiscard]] OAuthError fromSlackWord(const QString& word);

/// The same for a failed call: Slack's word where it has one, else whether trying again may help.
[[nodiscard]] OAuthError fromSlackError(const Error& error);

}  // namespace refrain::service
