#pragma once

#include <chrono>

namespace refrain::slack {

/// How a call waits for its turn. Tests bring one that moves their clock instead.
class Waiter {
public:
    virtual ~Waiter() = default;
    /// False where the program stops meanwhile: give up. Any thread, several at a time.
    [[nodiscard]] virtual bool wait(std::chrono::milliseconds duration) = 0;
};

}  // namespace refrain::slack
