#pragma once

#include "base/clock.h"
#include "base/secret.h"

#include <QByteArray>

namespace refrain::slack {

/// How old a signed request may be, on either side of now.
inline constexpr Millis signatureWindow = 5 * 60 * 1000;

/// `v0=<hex>` over the raw body, as Slack signs commands, events and interactions
/// (docs.slack.dev/authentication/verifying-requests-from-slack). `timestamp`: Unix seconds as text.
[[nodiscard]] QByteArray requestSignature(const Secret& signingSecret, const QByteArray& timestamp,
                                          const QByteArray& body);

/// True where the headers `X-Slack-Request-Timestamp` and `X-Slack-Signature` are this app's over these exact
/// bytes, not older or newer than the window. Check before anything is parsed. An empty secret accepts nothing.
[[nodiscard]] bool isSignedBySlack(const Secret& signingSecret, const QByteArray& timestamp,
                                   const QByteArray& signature, const QByteArray& body, Millis now);

}  // namespace refrain::slack
