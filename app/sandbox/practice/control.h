#pragma once

#include "base/result.h"
#include "sandbox/world/world.h"
#include "web/request.h"
#include "web/response.h"

#include <QJsonObject>

namespace refrain::sandbox {

class Events;
class Faults;
class Grants;
class Mailbox;
class RateLimiter;
class Webhooks;

/// What can happen in a workspace while an app is installed, brought about on purpose: for tests and
/// for the practice page. Every change emits the events that Slack would. Call with the sandbox's lock held.
class Control {
public:
    Control(World& world, Grants& grants, Webhooks& webhooks, Mailbox& mailbox, Events& events, Faults& faults,
            RateLimiter& limiter, const Clock& clock);

    /// Fields as applyChange() takes them: realName, displayName, email, title, kind, deleted, updated.
    QJsonObject changeUser(const Person& person, const QJsonObject& change);
    QJsonObject addUser(const QJsonObject& change);
    /// name, topic, purpose, archived, updated.
    QJsonObject changeChannel(const Channel& channel, const QJsonObject& change);
    QJsonObject addChannel(const QJsonObject& change);
    void setMember(const Channel& channel, const Person& person, bool member);
    /// As an admin who removes the app from the workspace.
    void uninstall(const QString& workspace);

    /// The routes below /practice/api.
    [[nodiscard]] web::Response state(const web::Request& request);
    [[nodiscard]] web::Response listUsers(const web::Request& request);
    [[nodiscard]] web::Response postUser(const web::Request& request);
    [[nodiscard]] web::Response postChannel(const web::Request& request);
    [[nodiscard]] web::Response postMember(const web::Request& request);
    [[nodiscard]] web::Response messages(const web::Request& request);
    [[nodiscard]] web::Response postEvent(const web::Request& request);
    [[nodiscard]] web::Response postFaults(const web::Request& request);
    [[nodiscard]] web::Response postRateLimits(const web::Request& request);
    [[nodiscard]] web::Response postUninstall(const web::Request& request);

private:
    void emitForChannel(const Channel& channel, const char* name, const QJsonObject& fields);

    World& m_world;
    Grants& m_grants;
    Webhooks& m_webhooks;
    Mailbox& m_mailbox;
    Events& m_events;
    Faults& m_faults;
    RateLimiter& m_limiter;
    const Clock& m_clock;
};

}  // namespace refrain::sandbox
