#pragma once

#include <memory>

namespace refrain::net {
class Transport;
}

namespace refrain::console {

/// The console's one way out over HTTP, for the composition of a program that knows of `net` by name alone.
[[nodiscard]] std::shared_ptr<net::Transport> makeTransport();

}  // namespace refrain::console
