#include "sandbox/sandbox.h"

#include "sandbox/api/dispatcher.h"
#include "sandbox/delivery/events.h"
#include "sandbox/delivery/mailbox.h"
#include "sandbox/delivery/tickets.h"
#include "sandbox/delivery/transport.h"
#include "sandbox/faults/faultyreply.h"
#include "sandbox/methods/methods.h"
#include "sandbox/pages/consentpages.h"
#include "sandbox/pages/hooks.h"
#include "sandbox/practice/control.h"
#include "sandbox/practice/practice.h"
#include "sandbox/routes.h"
#include "sandbox/state/signingkey.h"
#include "sandbox/state/webhooks.h"
#include "sandbox/views/triggers.h"
#include "sandbox/views/viewbook.h"
#include "web/router.h"

#include <QMutex>

#include <utility>

namespace refrain::sandbox {

/// Everything, in the order in which it depends on each other. `lock` guards all but the router.
struct Sandbox::Parts {
    Parts(const Options& options, std::unique_ptr<Ledger> openedLedger, const Clock& clock, Random& random)
        : app(options.app),
          ledger(std::move(openedLedger)),
          world(options.world, *ledger, clock),
          grants(world, *ledger, clock, random, {options.app.rotation, options.app.appToken}),
          codes(*ledger, clock, random),
          webhooks(*ledger, random),
          signingKey(*ledger),
          mailbox(*ledger, clock),
          tickets(clock, random),
          transport(options.deliverTo, app.signingSecret, world.appId(), clock, random),
          triggers(clock, random),
          views(world, *ledger, clock, random),
          events(world, grants, clock, random, transport.deliveries()),
          cursors(options.world.seed, clock),
          limiter(options.rateLimits, clock),
          dispatcher(methods, grants, limiter, random),
          consent(app, world, codes, clock, random, options.autoApprove),
          hooks(world, webhooks, mailbox, limiter),
          control(world, grants, webhooks, mailbox, events, faults, limiter, clock),
          practice(
              {lock, world, grants, *ledger, mailbox, events, transport.deliveries(), views, triggers, clock, random})
    {
        addOAuthMethods(methods, app, world, grants, codes, webhooks);
        addOpenIdMethods(methods, app, world, grants, codes, signingKey, clock);
        addAuthMethods(methods, app, world, grants, webhooks, events, clock);
        addTeamMethods(methods, world);
        addUserMethods(methods, world, cursors, clock);
        addConversationReads(methods, world, *ledger, cursors);
        addConversationWrites(methods, world, *ledger, clock, events);
        addChatMethods(methods, world, *ledger, mailbox);
        addViewMethods(methods, world, views, triggers);
        addSocketMethods(methods, tickets);

        addApiRoutes(router, lock, dispatcher, faults, later);
        addHookRoutes(router, lock, hooks, faults, later);
        addConsentRoutes(router, lock, consent);
        addSocketRoute(router, lock, tickets, transport.socketMode());
        addKeyRoutes(router, lock, signingKey);
        addControlRoutes(router, lock, control);
        practice.addRoutes(router);
    }

    ~Parts() { transport.stop(); }  // its tasks use what goes before it

    QMutex lock;
    AppSettings app;
    std::unique_ptr<Ledger> ledger;
    World world;
    Grants grants;
    Codes codes;
    Webhooks webhooks;
    SigningKey signingKey;
    Mailbox mailbox;
    Tickets tickets;
    Transport transport;
    Triggers triggers;
    ViewBook views;
    Events events;
    Cursors cursors;
    RateLimiter limiter;
    MethodTable methods;
    Dispatcher dispatcher;
    ConsentPages consent;
    Hooks hooks;
    Faults faults;
    Later later;
    Control control;
    Practice practice;
    web::Router router;
};

Result<std::unique_ptr<Sandbox>> Sandbox::create(const Options& options, const Clock& clock, Random& random)
{
    Faults faults;
    if (!options.faultsFile.isEmpty()) {
        Result<Faults> loaded = Faults::load(options.faultsFile);
        if (!loaded)
            return Error::invalid(QStringLiteral("--faults: ") + loaded.error().message());
        faults = std::move(loaded).value();
    }
    auto ledger = std::make_unique<Ledger>();
    if (!options.stateFile.isEmpty()) {
        Result<std::unique_ptr<Ledger>> opened = Ledger::open(options.stateFile, options.world.toString());
        if (!opened)
            return Error::invalid(QStringLiteral("--state: ") + opened.error().message());
        ledger = std::move(opened).value();
    }
    auto parts = std::make_unique<Parts>(options, std::move(ledger), clock, random);
    parts->faults = std::move(faults);
    return std::unique_ptr<Sandbox>(new Sandbox(std::move(parts)));
}

Sandbox::Sandbox(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Sandbox::~Sandbox() = default;

void Sandbox::handle(web::Request request, web::Reply reply)
{
    if (!web::isLoopbackHost(request.header("Host")))
        return reply.send(web::Response::text("The practice Slack answers this computer only.\n", 421));
    m_parts->router.handle(std::move(request), std::move(reply));
}

qint64 Sandbox::bodyLimit(const web::Request& head) const
{
    return m_parts->router.bodyLimit(head);
}

web::Response Sandbox::error(const web::HttpError& error) const
{
    return m_parts->router.error(error);
}

}  // namespace refrain::sandbox
