#include "console/transport.h"

#include "net/qttransport.h"

namespace refrain::console {

std::shared_ptr<net::Transport> makeTransport()
{
    return std::make_shared<net::QtTransport>();
}

}  // namespace refrain::console
