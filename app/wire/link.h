#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"

#include <QJsonObject>

#include <optional>

namespace refrain::wire {

/// The contract's `link`, asked for: for whom, and what it turns off.
struct LinkRequest {
    SubjectId subject;
    CategorySlug category;  ///< Empty: the page of all of the person's switches.
    std::optional<Millis> expiresAt;
    QString notification;  ///< That it is given out with: its opt-outs count after that. Empty: none.

    friend bool operator==(const LinkRequest&, const LinkRequest&) = default;
};

[[nodiscard]] Result<LinkRequest> linkRequestFromJson(const QJsonObject& object);
[[nodiscard]] QJsonObject toJson(const LinkRequest& request);

}  // namespace refrain::wire
