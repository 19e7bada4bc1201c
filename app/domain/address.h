#pragma once

#include "base/secret.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace refrain {

/// The ways to reach an external person or a channel through Slack, in the order of their precedence.
enum class AddressKind { IncomingWebhook, ChannelId, UserId, Email };

/// `incoming_webhook`, `channel_id`, `user_id`, `email`.
[[nodiscard]] QString toString(AddressKind kind);
[[nodiscard]] std::optional<AddressKind> addressKindFromString(const QString& name);

/// Where a message to a profile goes: one address, and the token to post with unless it is a webhook.
struct Address {
    AddressKind kind = AddressKind::Email;
    Secret value;  ///< A webhook's URL is a credential, so none of them is logged.
    Secret accessToken;
};

/// True for what looks like an id of Slack's, which no profile may be called.
[[nodiscard]] bool looksLikeSlackId(const QString& text);

/// A channel, member or e-mail address as Slack writes them: ids in capitals, e-mail in small letters; none where it
/// cannot be one. Webhooks have to be asked webhookProblem() about.
[[nodiscard]] std::optional<QString> normalizedAddress(AddressKind kind, const QString& text);

/// Enough of a secret to know it again, and no more.
[[nodiscard]] QString masked(AddressKind kind, const Secret& address);
[[nodiscard]] QString maskedToken(const Secret& token);

}  // namespace refrain
