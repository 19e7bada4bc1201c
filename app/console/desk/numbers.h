#pragma once

#include <QString>

namespace refrain::console {

/// "10,000", "10.000", "10 000": as the language of the system groups digits.
[[nodiscard]] QString grouped(qint64 number);

}  // namespace refrain::console
