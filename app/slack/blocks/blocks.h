#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <vector>

/// Block Kit (docs.slack.dev/reference/block-kit). Texts longer than Slack takes are cut, ending in "…". What comes
/// from people goes through escaped() before it becomes mrkdwn; plain text needs none.
namespace refrain::slack {

[[nodiscard]] QJsonObject section(const QString& mrkdwn);
[[nodiscard]] QJsonObject context(const QString& mrkdwn);
[[nodiscard]] QJsonObject header(const QString& plain);
[[nodiscard]] QJsonObject divider();

enum class ButtonStyle { Plain, Primary, Danger };

/// `actionId` must differ from the others of the same block; up to a colon it names the handler.
[[nodiscard]] QJsonObject button(const QString& plain, const QString& actionId, const QString& value,
                                 ButtonStyle style = ButtonStyle::Plain);
/// At most 25 elements.
[[nodiscard]] QJsonObject actions(const QJsonArray& elements, const QString& blockId = {});

struct Option {
    QString text;   ///< Cut after 75 letters.
    QString value;  ///< At most 75.
};
[[nodiscard]] QJsonObject option(const Option& option);

/// A menu of up to 10,000 options, in groups where Slack wants them. REQUIRES: at least one option.
[[nodiscard]] QJsonObject select(const QString& hint, const QString& actionId,
                                 const std::vector<Option>& options);

}  // namespace refrain::slack
