#include "wire/actor.h"

#include "wire/jsontext.h"

#include <utility>

namespace refrain::wire {

namespace {

template <class Put>
void describe(const Actor& actor, Put& put)
{
    put("kind", toString(actor.kind));
    put.orNull("id", actor.id);
    put.orNull("name", actor.name);
}

}  // namespace

QJsonObject toJson(const Actor& actor)
{
    JsonFields fields;
    describe(actor, fields);
    return fields.object;
}

QByteArray toJsonText(const Actor& actor)
{
    JsonText fields;
    describe(actor, fields);
    return std::move(fields).text();
}

std::optional<Actor> readActor(FieldReader& in, const char* key)
{
    if (!in.has(key) || in.isNull(key))
        return std::nullopt;
    FieldReader actor = in.child(key);
    return Actor{actor.word("kind", actorKindFromString, ActorKind::System), actor.text("id"), actor.text("name")};
}

}  // namespace refrain::wire
