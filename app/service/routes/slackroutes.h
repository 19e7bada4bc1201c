#pragma once

#include "base/clock.h"
#include "base/secret.h"
#include "service/http/routetable.h"
#include "service/slackside/dispatcher.h"

namespace refrain::service {

/// POST /slack/commands, /slack/events and /slack/interactions: what Slack says over HTTP. The signature over the raw
/// body is checked before anything of it is parsed; without a signing secret (Socket Mode alone) nothing passes.
/// All outlive the routes.
void addSlackRoutes(RouteTable& routes, Dispatcher& dispatcher, const Secret& signingSecret, const Clock& clock);

}  // namespace refrain::service
