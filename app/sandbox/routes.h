#pragma once

class QMutex;

namespace refrain::web {
class Router;
}

/// Which path leads where. Every handler takes the sandbox's lock for as long as it works.
namespace refrain::sandbox {

class ConsentPages;
class Control;
class Dispatcher;
class Faults;
class Hooks;
class Later;
class SigningKey;
class SocketMode;
class Tickets;

/// `/api/{method}`, GET and POST, through the faults that were asked for.
void addApiRoutes(web::Router& router, QMutex& lock, Dispatcher& dispatcher, Faults& faults, Later& later);
/// Incoming webhooks, through the faults of the method `webhook`.
void addHookRoutes(web::Router& router, QMutex& lock, Hooks& hooks, Faults& faults, Later& later);
/// `/openid/connect/keys` and the discovery document.
void addKeyRoutes(web::Router& router, QMutex& lock, SigningKey& key);
/// `/practice/api/…`
void addControlRoutes(web::Router& router, QMutex& lock, Control& control);
/// The authorize pages and what their forms lead to.
void addConsentRoutes(web::Router& router, QMutex& lock, ConsentPages& pages);
/// `/link/?ticket=…`, where apps.connections.open sends its caller. `mode` is null where Socket Mode is off.
void addSocketRoute(web::Router& router, QMutex& lock, Tickets& tickets, SocketMode* mode);

}  // namespace refrain::sandbox
