#pragma once

#include <QString>

namespace refrain::console {

/// "10 000": groups of three, apart by a narrow space that does not break, in every language.
[[nodiscard]] QString grouped(qint64 number);

}  // namespace refrain::console
