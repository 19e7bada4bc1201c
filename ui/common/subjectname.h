#pragma once

#include "base/id.h"

#include <QString>

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

/// "Bea Bobson", "#design" as the desk's tables have it; the id where it is in neither or has no name.
[[nodiscard]] QString shownName(console::Desk& desk, const SubjectId& id);

/// A name inside a sentence, whose order it does not touch whatever its own direction is (Unicode's isolates).
[[nodiscard]] QString inSentence(const QString& name);

}  // namespace refrain::ui
