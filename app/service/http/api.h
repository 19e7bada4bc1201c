#pragma once

#include "base/result.h"
#include "net/ratebudget.h"
#include "service/access/authenticator.h"
#include "service/access/permission.h"
#include "service/access/principal.h"
#include "service/http/routetable.h"

#include <QJsonObject>

#include <functional>

namespace refrain::service {

/// One authenticated and permitted call of the API.
struct ApiCall {
    const web::Request& request;
    const Principal& principal;

    [[nodiscard]] const WorkspaceId& workspace() const { return principal.workspace; }
    /// The body as a JSON object: `unsupported_media_type`, `bad_request`, or the object.
    [[nodiscard]] Result<QJsonObject> body() const;
};

/// The API below /v1: every route says which permission it needs, and gets only calls that have it. Launch secret,
/// sign-in, workspace, role and the shape of failures are settled here and nowhere else.
class Api {
public:
    /// An Error becomes its problem.
    using Handler = std::function<Result<web::Response>(const ApiCall&)>;
    /// For answers that wait; the call is gone when the handler returns.
    using LateHandler = std::function<void(const ApiCall&, web::Reply)>;

    /// What each credential may ask for, questions of delivery left out: a sender must always get its answer.
    static constexpr net::RateBudget::Rate rate{12'000, 2'000};

    /// `launchSecret`: empty unless embedded.
    Api(RouteTable& routes, const Authenticator& authenticator, Secret launchSecret, const Clock& clock);

    /// `path`: below /v1/workspaces/{workspace}.
    void add(const QByteArray& method, const QString& path, Permission permission, Handler handler,
             web::RouteOptions options = {});
    void addWatching(const QByteArray& method, const QString& path, Permission permission, LateHandler handler);
    /// A path of its own, for whoever is signed in.
    void addForAnybody(const QByteArray& method, const QString& path, Handler handler);

    [[nodiscard]] const RouteTable& routes() const { return m_routes; }

private:
    [[nodiscard]] Result<Principal> admit(const web::Request& request, Permission permission) const;
    [[nodiscard]] Result<Principal> authenticate(const web::Request& request) const;
    [[nodiscard]] Result<> spend(const Principal& principal) const;

    RouteTable& m_routes;
    const Authenticator& m_authenticator;
    Secret m_launchSecret;
    mutable net::RateBudget m_budget;
};

}  // namespace refrain::service
