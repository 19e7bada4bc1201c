#pragma once

#include "base/result.h"
#include "service/config/config.h"
#include "service/serve/lateapplication.h"
#include "service/serve/listener.h"

#include <memory>

namespace refrain::service {

/// All of a running refraind, composed: the one place that knows which object is made of which.
class Backend {
public:
    /// Takes the data directory, brings the database up to date, listens, and serves. `launchSecret`: not empty for an
    /// embedded backend.
    [[nodiscard]] static Result<std::unique_ptr<Backend>> start(const Config& config, const Secret& launchSecret);
    ~Backend();
    Backend(const Backend&) = delete;
    Backend& operator=(const Backend&) = delete;

    /// "http://127.0.0.1:8470", where it listens.
    [[nodiscard]] const QString& address() const;

    /// "GET /healthz", for every route.
    [[nodiscard]] QStringList routes() const;

    /// Answers what is in flight, gives up what waits for Slack, and returns within ten seconds.
    void stop();

private:
    struct Parts;
    Backend(std::unique_ptr<LateApplication> front, Listening listening, std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
    std::unique_ptr<LateApplication> m_front;
    Listening m_listening;
};

}  // namespace refrain::service
