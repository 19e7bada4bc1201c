#pragma once

#include "service/slackside/speech.h"
#include "service/usecases/decider.h"

#include <QJsonObject>

namespace refrain::service {

/// One line of a person's own history, in plain words, without mrkdwn.
struct HomeEvent {
    Millis at = 0;
    QString sentence;
};

/// What a person's App Home is made of.
struct HomeFacts {
    explicit HomeFacts(Speech tongue) : speech(std::move(tongue)) {}

    Speech speech;                      ///< The person's own language and zone.
    std::vector<Category> categories;   ///< Without archived ones, in the order in which people see them.
    Category every;                     ///< The policy of all optional messages.
    std::vector<PreferenceView> views;  ///< Of each of these categories and of `*`.
    std::vector<HomeEvent> history;     ///< Newest first.
    Millis now = 0;
    qint64 seq = 0;  ///< All changes up to this one are in it.
    QString notice;  ///< What became of the last press, in mrkdwn; empty where nothing needs words.
};

/// `action_id`s of the Home. What follows a colon tells elements apart.
namespace homeaction {
/// `home.choose:<slug>`; the value is `in`, `out`, `keep`, or for how long it is paused: `1w`.
inline constexpr QLatin1String choose("home.choose");
inline constexpr QLatin1String all("home.all");    ///< All optional messages, with the same values.
inline constexpr QLatin1String data("home.data");  ///< "My data".
}  // namespace homeaction

/// The view for views.publish: what is in force, a switch for every category, what is always sent and why, the person's
/// own history and their data. Within Slack's limits whatever the categories are called. Pure.
///
/// Its block ids change with what they show: a client keeps what was chosen in a block of the same id.
[[nodiscard]] QJsonObject homeView(const HomeFacts& facts);

}  // namespace refrain::service
