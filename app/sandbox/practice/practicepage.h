#pragma once

#include "sandbox/practice/acts.h"
#include "sandbox/practice/places.h"
#include "web/request.h"
#include "web/response.h"

namespace refrain::sandbox {

/// The practice page: be any member, read what they see, type and press. The page's script asks the
/// functions below for JSON. Call with the sandbox's lock held.
class PracticePage {
public:
    /// All outlive this.
    PracticePage(const World& world, const Places& places, Acts& acts) : m_world(world), m_places(places), m_acts(acts)
    {
    }

    /// The page's own files; needs no lock.
    [[nodiscard]] static web::Response file(const QString& name, const QByteArray& type);

    /// `?q=`: people to be, those whose name, address or id fits, or a few of each role.
    [[nodiscard]] web::Response people(const web::Request& request) const;
    /// `?me=`: who that is, and which conversations they have.
    [[nodiscard]] web::Response places(const web::Request& request) const;
    /// `?me=&at=`: the messages of one conversation.
    [[nodiscard]] web::Response messages(const web::Request& request) const;
    /// `{"me", "at", "text"}`
    [[nodiscard]] web::Response say(const web::Request& request);
    /// `{"me", "at", "ts", "block", "element", "values"}`
    [[nodiscard]] web::Response press(const web::Request& request);

private:
    const World& m_world;
    const Places& m_places;
    Acts& m_acts;
};

/// Whether a request comes from a page of this very server, or from no page at all.
[[nodiscard]] bool isOwnOrigin(const web::Request& request);

}  // namespace refrain::sandbox
