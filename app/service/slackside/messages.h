#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

/// The messages that Slack shows as an answer, and sentences that several surfaces use.
namespace refrain::service {

/// For the person alone. Always said, because `in_channel` would show everybody what the person chose.
/// `blocks`: empty: the text alone.
[[nodiscard]] QJsonObject ephemeral(const QString& text, const QJsonArray& blocks = {});

/// The same in place of the message whose button was pressed.
[[nodiscard]] QJsonObject inPlace(const QString& text, const QJsonArray& blocks = {});

[[nodiscard]] QString oneMoment();
[[nodiscard]] QString tooBusy();

}  // namespace refrain::service
