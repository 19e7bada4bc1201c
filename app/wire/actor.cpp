#include "wire/actor.h"

namespace refrain::wire {

QJsonObject toJson(const Actor& actor)
{
    return {{QStringLiteral("kind"), toString(actor.kind)},
            {QStringLiteral("id"), orNull(actor.id)},
            {QStringLiteral("name"), orNull(actor.name)}};
}

std::optional<Actor> readActor(FieldReader& in, const char* key)
{
    if (!in.has(key) || in.isNull(key))
        return std::nullopt;
    FieldReader actor = in.child(key);
    return Actor{actor.word("kind", actorKindFromString, ActorKind::System), actor.text("id"), actor.text("name")};
}

}  // namespace refrain::wire
