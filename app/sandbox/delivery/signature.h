#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace refrain::sandbox {

/// The value of X-Slack-Signature for a request of that body, sent at `seconds` since 1970
/// (docs.slack.dev/authentication/verifying-requests-from-slack).
[[nodiscard]] QByteArray slackSignature(const QByteArray& signingSecret, qint64 seconds, const QByteArray& body);

}  // namespace refrain::sandbox
