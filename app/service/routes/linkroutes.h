#pragma once

#include "service/http/api.h"
#include "service/http/repeatable.h"
#include "service/playbooks/voice.h"
#include "service/usecases/linkdesk.h"
#include "service/usecases/linkminter.h"

namespace refrain::service {

/// What the routes of opt-out links are made of; all outlive the routes.
struct LinkParts {
    LinkMinter& minter;
    LinkDesk& desk;
    Repeatable& repeatable;
    const Voice& voice;
    QString publicUrl;  ///< Without a slash at its end; links begin with it.
};

/// `POST /links` of the API.
void addLinkRoutes(Api& api, const LinkParts& parts);

/// `GET` and `POST /o/{token}`, for whoever holds the link: no login, no script, nothing of it logged.
void addLinkPages(RouteTable& routes, const LinkParts& parts);

}  // namespace refrain::service
