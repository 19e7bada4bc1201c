#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace refrain::sandbox {

/// One way in which an answer goes wrong on purpose.
struct Fault {
    enum class Kind {
        Delay,         ///< `delay`: the right answer, after `ms` milliseconds.
        RateLimited,   ///< `rate_limited`: 429 with Retry-After of `retryAfter` seconds; nothing was done.
        ServerError,   ///< `server_error`: 500; nothing was done.
        Cut,           ///< `cut`: done, but the connection closes without an answer.
        HalfBody,      ///< `half_body`: done, but half of the answer comes.
        WrongJson,     ///< `wrong_json`: done, but the answer is no JSON.
        Html,          ///< `html`: a page instead of JSON, as from a proxy; nothing was done.
        TokenRevoked,  ///< `token_revoked`: the error of that name; nothing was done.
    };
    Kind kind = Kind::Delay;
    int ms = 0;
    int retryAfter = 1;
};

/// Which calls go wrong, and how often. The n-th call of a method draws the same lot in every run
/// with the same seed, whatever other methods do meanwhile. Call with the sandbox's lock held.
///
///     {"seed": 7, "faults": [{"method": "users.list", "fault": "delay", "ms": 800, "probability": 0.2},
///                            {"method": "*", "fault": "cut", "probability": 0.01, "times": 3}]}
///
/// The first rule that strikes counts. `probability` is 1 where it is left out; `times` is how often a
/// rule may strike at most.
class Faults {
public:
    Faults() = default;
    /// The error names the field at fault.
    [[nodiscard]] static Result<Faults> parse(const QByteArray& json);
    [[nodiscard]] static Result<Faults> load(const QString& file);

    [[nodiscard]] std::optional<Fault> next(const QString& method);

private:
    struct Rule {
        QString method;
        Fault fault;
        double probability = 1;
        std::optional<int> times;
        QHash<QString, quint64> calls;
        int struck = 0;
    };
    static Result<Rule> readRule(const QJsonObject& json);

    quint64 m_seed = 1;
    std::vector<Rule> m_rules;
};

}  // namespace refrain::sandbox
