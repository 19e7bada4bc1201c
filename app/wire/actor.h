#pragma once

#include "domain/actor.h"
#include "wire/fieldreader.h"

namespace refrain::wire {

/// `{"kind", "id", "name"}`; id and name are null where they are not known.
[[nodiscard]] QJsonObject toJson(const Actor& actor);
[[nodiscard]] QByteArray toJsonText(const Actor& actor);
/// Reads the object below `key`; none where it is absent or null. Faults stay with the reader.
[[nodiscard]] std::optional<Actor> readActor(FieldReader& in, const char* key);

}  // namespace refrain::wire
