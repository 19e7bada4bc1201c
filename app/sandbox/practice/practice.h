#pragma once

#include "sandbox/practice/acts.h"
#include "sandbox/practice/places.h"
#include "sandbox/practice/practicepage.h"
#include "sandbox/practice/viewpage.h"

namespace refrain::web {
class Router;
}

namespace refrain::sandbox {

/// The practice page and the addresses at which apps answer what was done on it.
class Practice {
public:
    /// As Acts.
    explicit Practice(const Acts::Surroundings& around);

    /// `/practice`, what its script asks for, and `/commands/…`, `/actions/…` for late answers. Pages of
    /// other sites are refused.
    void addRoutes(web::Router& router);

private:
    void addPage(web::Router& router);
    void addViews(web::Router& router);
    void addResponses(web::Router& router);

    QMutex& m_lock;
    Places m_places;
    Acts m_acts;
    PracticePage m_page;
    ViewActs m_viewActs;
    ViewPage m_viewPage;
};

}  // namespace refrain::sandbox
