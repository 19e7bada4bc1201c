#pragma once

#include "sandbox/practice/viewacts.h"
#include "web/request.h"
#include "web/response.h"

namespace refrain::sandbox {

/// What the practice page's script asks about views. Call with the sandbox's lock held.
class ViewPage {
public:
    /// Both outlive this.
    ViewPage(const World& world, ViewActs& acts) : m_world(world), m_acts(acts) {}

    /// `?me=`: as ViewActs::shown().
    [[nodiscard]] web::Response shown(const web::Request& request) const;
    /// `{"me"}`: opens the Home tab.
    [[nodiscard]] web::Response openHome(const web::Request& request);
    /// `{"me", "view", "block", "element", "values", "entered"}`
    [[nodiscard]] web::Response press(const web::Request& request);
    /// `{"me", "view", "entered"}`
    [[nodiscard]] web::Response submit(const web::Request& request);
    /// `{"me", "view", "all"}`
    [[nodiscard]] web::Response close(const web::Request& request);

private:
    const World& m_world;
    ViewActs& m_acts;
};

}  // namespace refrain::sandbox
