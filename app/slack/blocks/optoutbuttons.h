#pragma once

#include "base/clock.h"
#include "domain/category.h"

#include <QJsonArray>
#include <QList>

#include <optional>

/// The buttons by which people opt out inside Slack. Slack signs what is pressed, so a value is what Refrain wrote.
///
/// Whoever sends a message appends `optOutButtons(category, …)` to its blocks, and that is all: the presses are
/// answered by service/slackside. The reference comes back in the reason of the change.
namespace refrain::slack {

/// `action_id`s; what follows a colon only tells buttons of one block apart.
namespace action {
inline constexpr QLatin1String stop("optout.stop");          ///< Opt out, or snooze where a time is given.
inline constexpr QLatin1String snooze("optout.snooze");      ///< Asks for how long.
inline constexpr QLatin1String start("optout.start");        ///< Opt in.
inline constexpr QLatin1String settings("optout.settings");  ///< All categories.
inline constexpr QLatin1String choose("optout.choose");      ///< One picked in the menu; its value is the slug.
inline constexpr QLatin1String all("optout.all");            ///< Asks whether to stop all optional messages.
inline constexpr QLatin1String undo("optout.undo");
inline constexpr QLatin1String cancel("optout.cancel");
inline constexpr QLatin1String channel("optout.channel");  ///< Opts the channel out, for everybody in it.
}  // namespace action

/// What a button carries.
struct ButtonValue {
    CategorySlug category;        ///< `*`: all optional messages.
    QString reference;            ///< Which notification it stands under; empty: none.
    QString duration;             ///< Words such as `1w`: a snooze.
    std::optional<Millis> until;  ///< A snooze with a fixed end.
    QString channel;              ///< The channel that the message was sent to as its subject.
    QList<qint64> changes;        ///< For undo: the numbers of the changes.

    [[nodiscard]] QString toString() const;
    /// What cannot be read is empty.
    [[nodiscard]] static ButtonValue parse(const QString& text);
};

/// What stands on the buttons, in the language of whoever reads them.
struct OptOutLabels {
    QString stop;
    QString snooze;
    QString settings;
};

/// "Stop <title>", "Snooze" and "All settings" below a message about `category`, as one actions block. A required
/// category has no way out: "All settings" alone. `reference`: the notification's id. `channel`: where the message goes
/// to a channel, its id, so that those who may are offered to stop it there for everybody; else empty.
[[nodiscard]] QJsonArray optOutButtons(const Category& category, const OptOutLabels& labels, const QString& reference,
                                       const QString& channel = {});

}  // namespace refrain::slack
