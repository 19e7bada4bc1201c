#pragma once

#include <QString>

#include <functional>

namespace refrain::console {

/// What a person reads of a text in Slack's markup (docs.slack.dev, "Formatting message text"): labels instead of
/// links, "@name" and "#name" instead of references, and `&amp;` `&lt;` `&gt;` decoded once. A mention without a label
/// stays "@U02AB3CD4", for mentionsNamed(). Pure; any thread.
[[nodiscard]] QString plainText(const QString& slackText);

/// The same text with names in place of members' IDs; `nameOf` answers empty where it knows none.
[[nodiscard]] QString mentionsNamed(const QString& plain, const std::function<QString(const QString& id)>& nameOf);

}  // namespace refrain::console
