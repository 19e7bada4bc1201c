#include "domain/undo.h"

namespace refrain {

std::optional<ChangeRequest> undoOf(const Preference& before, const Preference& after, Source source,
                                    const Actor& actor, Millis now)
{
    const auto inForce = [now](const Preference& preference) {
        return preference.isSnoozedAt(now) ? preference.snoozedUntil : std::nullopt;
    };
    ChangeRequest request;
    request.subject = after.subject;
    request.category = after.category;
    if (before.state != after.state)
        request.state = before.state;
    if (inForce(before) != inForce(after))
        request.snoozedUntil = inForce(before);
    if (!request.state && !request.snoozedUntil)
        return std::nullopt;
    request.source = source;
    request.actor = actor;
    request.ifMatch = after.version;
    return request;
}

}  // namespace refrain
