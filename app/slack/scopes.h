#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace refrain::slack {

/// What one feature of Refrain needs of Slack. The manifests in packaging/ list the union, and a test
/// compares them.
struct FeatureNeeds {
    QString feature;          ///< What will not work without it, as a person reads it.
    QStringList scopes;       ///< Bot scopes.
    QStringList events;       ///< Bot events.
    bool isOptional = false;  ///< People may decline these scopes when they install.
};

/// All features, in the order in which people meet them.
[[nodiscard]] const std::vector<FeatureNeeds>& featureNeeds();

/// The bot scopes asked for at installation, sorted, each once.
[[nodiscard]] QStringList botScopes();
/// Those of them that may be declined (manifest: `bot_optional`).
[[nodiscard]] QStringList optionalBotScopes();
/// The bot events subscribed to, sorted, each once.
[[nodiscard]] QStringList botEvents();

/// The features that cannot work with `granted` alone.
[[nodiscard]] QStringList featuresWithout(const QStringList& granted);

}  // namespace refrain::slack
