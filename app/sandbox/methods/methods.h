#pragma once

#include "sandbox/api/cursors.h"
#include "sandbox/api/method.h"
#include "sandbox/appsettings.h"
#include "sandbox/world/world.h"

/// The method families. Each adds its methods to the table; what it is handed outlives the table.
namespace refrain::sandbox {

class Codes;
class Events;
class Mailbox;
class SigningKey;
class Tickets;
class Triggers;
class ViewBook;
class Webhooks;

/// oauth.v2.access
void addOAuthMethods(MethodTable& table, const AppSettings& app, const World& world, Grants& grants, Codes& codes,
                     Webhooks& webhooks);
/// openid.connect.token, openid.connect.userInfo
void addOpenIdMethods(MethodTable& table, const AppSettings& app, const World& world, Grants& grants, Codes& codes,
                      SigningKey& key, const Clock& clock);
/// auth.test, auth.revoke, auth.teams.list, apps.uninstall
void addAuthMethods(MethodTable& table, const AppSettings& app, const World& world, Grants& grants, Webhooks& webhooks,
                    Events& events, const Clock& clock);
/// team.info
void addTeamMethods(MethodTable& table, const World& world);
/// users.list, users.info, users.lookupByEmail
void addUserMethods(MethodTable& table, const World& world, const Cursors& cursors, const Clock& clock);
/// conversations.list, .info, .members, .open, .join
void addConversationReads(MethodTable& table, const World& world, Ledger& ledger, const Cursors& cursors);
void addConversationWrites(MethodTable& table, World& world, Ledger& ledger, const Clock& clock, Events& events);
/// chat.postMessage, chat.postEphemeral, chat.update
void addChatMethods(MethodTable& table, const World& world, Ledger& ledger, Mailbox& mailbox);
/// views.publish, views.open, views.push, views.update
void addViewMethods(MethodTable& table, const World& world, ViewBook& views, Triggers& triggers);
/// apps.connections.open
void addSocketMethods(MethodTable& table, Tickets& tickets);

/// Whether client_id and client_secret are the app's, from `Authorization: Basic` or the arguments;
/// Slack's word for what is wrong with them, or nothing.
[[nodiscard]] QString clientProblem(const AppSettings& app, const Call& call);

/// `http://HOST` as the caller wrote it, for addresses that lead back here.
[[nodiscard]] QString originOf(const web::Request& request);

}  // namespace refrain::sandbox
