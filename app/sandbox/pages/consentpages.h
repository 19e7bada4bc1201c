#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "sandbox/appsettings.h"
#include "sandbox/pages/authorization.h"
#include "sandbox/state/codes.h"
#include "sandbox/world/world.h"
#include "web/request.h"
#include "web/response.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace refrain::sandbox {

/// The two authorize pages. Opening one begins a request, which the page's form then names by a
/// random id, so that nothing which was checked can be changed on the way. Call with the sandbox's lock held.
class ConsentPages {
public:
    static constexpr Millis patience = 1'800'000;

    /// With `autoApprove` every good request is answered at once, as the primary owner.
    ConsentPages(const AppSettings& app, const World& world, Codes& codes, const Clock& clock, Random& random,
                 bool autoApprove);

    /// GET /oauth/v2/authorize: a new request, or with `request` and `q` a search for whom to be.
    [[nodiscard]] web::Response install(const web::Request& request);
    /// GET /openid/connect/authorize
    [[nodiscard]] web::Response signIn(const web::Request& request);
    /// POST /practice/authorize: `request`, `decision`, `user`, `where`, `channel`.
    [[nodiscard]] web::Response decide(const web::Request& request);

private:
    struct Pending {
        Authorization authorization;
        Millis until = 0;
        std::optional<Consent> awaitsAdmin;
    };

    web::Response begin(const Authorization::Read& read);
    [[nodiscard]] web::Response show(const QByteArray& id, const Pending& pending, const QString& search) const;
    [[nodiscard]] web::Response waiting(const QByteArray& id, const Consent& consent) const;
    [[nodiscard]] std::optional<Consent> consentFrom(const web::Parameters& form, const Authorization& asked) const;
    web::Response finish(const QByteArray& id, const Consent& consent);
    [[nodiscard]] QString choices(const Authorization& asked) const;

    const AppSettings& m_app;
    const World& m_world;
    Codes& m_codes;
    const Clock& m_clock;
    Random& m_random;
    bool m_autoApprove;
    QHash<QByteArray, Pending> m_pending;
};

}  // namespace refrain::sandbox
