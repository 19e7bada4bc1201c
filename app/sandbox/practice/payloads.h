#pragma once

#include "sandbox/practice/places.h"
#include "sandbox/state/grants.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

/// What Slack puts into the requests that a person's acts cause. Pure functions.
namespace refrain::sandbox {

/// Everything about the moment that a payload tells besides what was done.
struct Occasion {
    const World& world;
    const Person& member;
    Place place;          ///< Of a message; a view has none.
    QString workspace;    ///< The installation that hears of it: `T…` or `E…`.
    QString responseUrl;  ///< Whole; empty for a view.
    QString triggerId;
    Millis now = 0;
};

/// A slash command's fields (docs.slack.dev/interactivity/implementing-slash-commands).
[[nodiscard]] QJsonObject commandPayload(const Occasion& occasion, const QString& command, const QString& text);

/// Which element of a message was used, and how.
struct Press {
    int block = 0;
    int element = -1;    ///< Its place among the block's elements; -1 for the accessory.
    QStringList values;  ///< The options now selected, a date or a text; ignored for buttons.
};

/// From `{"block", "element", "values"}` as the page sends it.
[[nodiscard]] Press pressFrom(const QJsonObject& body);

/// A `block_actions` payload; nullopt where the message has no such element or an option is not its own.
[[nodiscard]] std::optional<QJsonObject> blockActionsPayload(const Occasion& occasion, const Message& message,
                                                             const Press& press);

/// `block_actions` of a view; `entered` is what stands chosen in all of it, as entered.h has it.
[[nodiscard]] std::optional<QJsonObject> viewActionsPayload(const Occasion& occasion, const QJsonObject& view,
                                                            const Press& press, const QJsonObject& entered);

[[nodiscard]] QJsonObject viewSubmissionPayload(const Occasion& occasion, const QJsonObject& view,
                                                const QJsonObject& entered);

/// `cleared`: the whole stack went, not this one alone.
[[nodiscard]] QJsonObject viewClosedPayload(const Occasion& occasion, const QJsonObject& view, bool cleared);

/// The inner event of an App Home that was opened; `view` is what was last published, or empty.
[[nodiscard]] QJsonObject homeOpenedEvent(const World& world, const Person& member, const QJsonObject& view);

/// A message as payloads show it, with the block ids that Slack fills in.
[[nodiscard]] QJsonObject messageObject(const World& world, const Message& message);

/// A `message` event of the app's direct message.
[[nodiscard]] QJsonObject directMessageEvent(const World& world, const Message& message);

}  // namespace refrain::sandbox
