#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace refrain::service {

/// Who waits for an answer goes first: work that nobody waits for gives way before each of its steps. Any thread.
class Precedence {
public:
    Precedence() = default;
    Precedence(const Precedence&) = delete;
    Precedence& operator=(const Precedence&) = delete;

    /// Somebody waits for as long as the last copy of it lives; it must not outlive this.
    [[nodiscard]] std::shared_ptr<void> somebodyWaits();
    /// Returns once nobody waits; false where somebody still does after `patience`: a crowd that never ends slows work
    /// down and does not stop it.
    bool giveWay(std::chrono::milliseconds patience);

private:
    void leave();

    std::mutex m_mutex;  // guards m_waiting
    std::condition_variable m_nobody;
    int m_waiting = 0;
};

}  // namespace refrain::service
