#pragma once

#include "base/result.h"
#include "console/engine/session.h"

#include <QJsonObject>
#include <QObject>
#include <QUrlQuery>

#include <functional>
#include <optional>

namespace refrain::console {

/// One request to the backend's API, below the session's workspace.
struct ApiRequest {
    QByteArray method = QByteArrayLiteral("GET");
    QString path;  ///< "subjects", "subjects/U1/preferences"; segments are percent-encoded by segment().
    QUrlQuery query;
    QJsonObject body;     ///< For PUT and POST.
    QByteArray bodyText;  ///< The same as JSON text already, where it is large; empty: `body` counts.
    QByteArray ifMatch;
    QByteArray idempotencyKey;
    int timeoutMs = 30'000;
    bool asksOnly = false;  ///< A POST that changes nothing: it may be repeated, and needs no key for that.

    [[nodiscard]] static QString segment(const QString& text);
};

/// What the backend answered, whatever the status.
struct ApiReply {
    int status = 0;
    QByteArray body;
    QJsonObject json;  ///< Empty where the body is no object.
    std::optional<int> retryAfterSeconds;

    [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
    [[nodiscard]] QString code() const;    ///< The problem's code; empty where it bears none.
    [[nodiscard]] QString detail() const;  ///< The problem's own sentence.
    /// REQUIRES: !ok().
    [[nodiscard]] Error error() const;
    /// The sentence of the field at fault where the problem names one (its pointer is the context), else error().
    /// REQUIRES: !ok().
    [[nodiscard]] Error refusal() const;
};

/// The one way to the backend: adds the session's token, renews it once where it is refused, and tells whether the
/// backend can be reached. Engine thread.
class Api : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<void(const Result<ApiReply>&)>;

    Api(net::Transport& transport, Session& session, QObject* parent = nullptr);

    void setWorkspace(const WorkspaceId& workspace) { m_workspace = workspace; }
    /// Answers once, later, unless `context` is gone by then. An error means no answer: Unavailable, Timeout, or
    /// Unauthorized once the session has ended. A reply of any status is no error.
    void send(const ApiRequest& request, QObject* context, const Answer& answer);

signals:
    void reachable();
    void unreachable(const refrain::Error& error);

private:
    net::Transport& m_transport;
    Session& m_session;
    WorkspaceId m_workspace;

    void sendWith(const ApiRequest& request, const Secret& token, bool mayRenew, QObject* context,
                  const Answer& answer);
};

}  // namespace refrain::console
