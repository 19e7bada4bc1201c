#pragma once

#include "sandbox/world/world.h"

#include <QString>

#include <vector>

namespace refrain::sandbox {

/// Somebody who can sign in to Slack: a person of the workspace, not deactivated, not merely invited.
[[nodiscard]] bool canSignIn(const Person& person);

/// Somebody who sees conversations of the workspace: who can sign in, and of other companies who shares a channel.
[[nodiscard]] bool canTakePart(const Person& person);

/// "primary owner", "guest": what a person is, in words.
[[nodiscard]] QString roleInWords(PersonKind kind);

/// Which people a page is for.
using Admits = bool (*)(const Person&);

/// Whom the pages offer to be: one of each role first, then some members.
[[nodiscard]] std::vector<Person> quickPicks(const World& world, Admits admits = canSignIn);

/// People whose name, handle, address or id holds `text`, among the first 20,000; an exact id or
/// address finds anybody. At most 50.
[[nodiscard]] std::vector<Person> searchPeople(const World& world, const QString& text, Admits admits = canSignIn);

/// `<option>`s of the people, the first one selected.
[[nodiscard]] QString personOptions(const std::vector<Person>& people);

}  // namespace refrain::sandbox
