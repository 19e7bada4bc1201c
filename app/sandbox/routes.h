#pragma once

class QMutex;

namespace refrain::web {
class Router;
}

/// Which path leads where. Every handler takes the sandbox's lock for as long as it works.
namespace refrain::sandbox {

class ConsentPages;
class Dispatcher;
class SocketMode;
class Tickets;

/// `/api/{method}`, GET and POST.
void addApiRoutes(web::Router& router, QMutex& lock, Dispatcher& dispatcher);
/// The authorize pages and what their forms lead to.
void addConsentRoutes(web::Router& router, QMutex& lock, ConsentPages& pages);
/// `/link/?ticket=…`, where apps.connections.open sends its caller. `mode` is null where Socket Mode is off.
void addSocketRoute(web::Router& router, QMutex& lock, Tickets& tickets, SocketMode* mode);

}  // namespace refrain::sandbox
