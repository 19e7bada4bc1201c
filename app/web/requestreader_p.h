#pragma once

#include "web/application.h"

#include <memory>

namespace refrain::web {

/// Turns bytes into one Request, strictly: whatever two programs could read differently is refused.
/// Boost.Beast's parser, behind its own wall because it is slow to compile. No sockets, no clock.
class RequestReader {
public:
    enum class Step {
        NeedMore,
        HeaderDone,  ///< Look at head(), call setBodyLimit(), feed on.
        Complete,
        Failed,  ///< failure() says why; the connection cannot go on.
    };

    explicit RequestReader(int headerLimit);
    ~RequestReader();
    RequestReader(RequestReader&&) noexcept;
    RequestReader& operator=(RequestReader&&) noexcept;

    /// Takes from the front of `input` what it can use; call again until NeedMore, Complete or Failed.
    [[nodiscard]] Step feed(QByteArray& input);

    /// REQUIRES: HeaderDone was returned. Failed where Content-Length says more already.
    [[nodiscard]] Step setBodyLimit(qint64 bytes);

    [[nodiscard]] bool isHeaderDone() const;
    [[nodiscard]] const Request& head() const;
    [[nodiscard]] Request takeRequest();
    [[nodiscard]] const HttpError& failure() const;

    /// What the header says about the connection. REQUIRES: HeaderDone was returned.
    [[nodiscard]] bool keepsAlive() const;
    [[nodiscard]] bool expectsContinue() const;
    [[nodiscard]] bool wantsWebSocket() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace refrain::web
