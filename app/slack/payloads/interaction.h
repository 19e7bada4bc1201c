#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/secret.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace refrain::slack {

/// Something that somebody pressed, chose or submitted (docs.slack.dev/interactivity/handling-user-interaction).
struct Interaction {
    /// One element that was used.
    struct Action {
        QString actionId;
        QString blockId;
        QStringList values;  ///< A button's value; the whole selection of anything else, empty where none is left.
    };

    QString type;  ///< `block_actions`, `view_submission`, `view_closed`, …
    WorkspaceId workspace;
    QString team;  ///< Empty on an organization-wide install outside any team.
    SubjectId user;
    QString userName;
    QString userTeam;   ///< The person's own team: another one for a Slack Connect stranger.
    QString channel;    ///< Where the message stands; empty inside a view.
    QString messageTs;  ///< The message that was used; empty inside a view.
    bool isEphemeral = false;
    QString viewId;
    QString callbackId;  ///< Of the view.
    Secret responseUrl;  ///< Empty inside a view.
    QString triggerId;   ///< Names this very act; opens a modal within 3 s.
    QString actionTs;    ///< Of the first action: when it was pressed, by Slack's clock.
    std::vector<Action> actions;
    QJsonObject payload;  ///< All of it, for what is read by few (`view.state.values`, `view.hash`, …).

    [[nodiscard]] static Interaction parse(const QJsonObject& payload);
    /// `actionTs` as a time; none where there is none.
    [[nodiscard]] std::optional<Millis> pressedAt() const;
};

}  // namespace refrain::slack
