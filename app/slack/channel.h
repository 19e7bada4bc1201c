#pragma once

#include "domain/subject.h"

#include <QJsonObject>

namespace refrain::slack {

/// Reads Slack's conversation object as the subject that Refrain keeps; a row without an id has an
/// empty one. updatedAt is Slack's `updated`, which for conversations is in milliseconds.
[[nodiscard]] Subject channelSubject(const QJsonObject& channel);

/// Direct messages, be they of two or of several (`im`, `mpim`), are people's own: no subject, whatever lists them.
[[nodiscard]] bool isDirect(const QJsonObject& channel);

}  // namespace refrain::slack
