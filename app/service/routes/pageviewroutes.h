#pragma once

#include "service/http/api.h"
#include "service/playbooks/voice.h"
#include "service/usecases/pageviews.h"

namespace refrain::service {

/// What the routes of person's pages shown to staff are made of; all outlive the routes.
struct PageViewParts {
    PageViews& views;
    store::DatabasePool& pool;
    const Decider& decider;
    const Voice& voice;
    const Phrasebook& phrasebook;
    const Clock& clock;
    QString publicUrl;  ///< Without a slash at its end; the addresses begin with it.
};

/// `POST /subjects/{id}:view` of the API: where the page can be looked at; and `GET /subjects/{id}/home`: their App
/// Home as it is now.
void addPageViewRoutes(Api& api, const PageViewParts& parts);

/// `GET /v/{token}`: the page itself, with nothing on it that could be pressed.
void addPageViewPages(RouteTable& routes, const PageViewParts& parts);

}  // namespace refrain::service
