#pragma once

#include "domain/change.h"

#include <optional>

namespace refrain {

/// The compensating request for one change: it leads from `after` back to what `before` says. Undo is a
/// new change that anybody can see, never an erasure; judge() decides whether policy allows it.
///
/// It carries `after`'s version as If-Match, so that it never undoes somebody's later word. A snooze of
/// `before` that has ended by `now` is not brought back. None where nothing would change.
[[nodiscard]] std::optional<ChangeRequest> undoOf(const Preference& before, const Preference& after, Source source,
                                                  const Actor& actor, Millis now);

}  // namespace refrain
