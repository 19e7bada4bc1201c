#include "sandbox/practice/practice.h"

#include "web/router.h"

#include <QMutex>

/// Q_INIT_RESOURCE has to stand outside of any namespace; without it a static library's resources stay out.
static void loadPracticeFiles()
{
    Q_INIT_RESOURCE(practice);
}

namespace refrain::sandbox {

namespace {

/// Answers under the lock; refuses other sites' pages, and writes that a plain form could send.
template <class Make>
web::Handler own(QMutex& lock, Make make)
{
    return [&lock, make](web::Request request, web::Reply reply) {
        const bool writes = request.method == "POST";
        if (!isOwnOrigin(request)) {
            reply.send(web::Response::text("This page answers its own script only.\n", 403));
        } else if (writes && request.mediaType() != "application/json") {
            reply.send(web::Response::text("Only JSON is taken here.\n", 415));
        } else {
            QMutexLocker guard(&lock);
            web::Response response = make(request);
            guard.unlock();
            reply.send(std::move(response).set("Cache-Control", "no-store"));
        }
    };
}

}  // namespace

Practice::Practice(const Acts::Surroundings& around)
    : m_lock(around.lock),
      m_places(around.world, around.mailbox),
      m_acts(around),
      m_page(around.world, m_places, m_acts),
      m_viewActs(around),
      m_viewPage(around.world, m_viewActs)
{
    loadPracticeFiles();
}

void Practice::addRoutes(web::Router& router)
{
    addPage(router);
    addViews(router);
    addResponses(router);
}

void Practice::addPage(web::Router& router)
{
    const auto file = [&router](const char* path, const char* name, const char* type) {
        router.add("GET", QLatin1String(path), [name, type](const web::Request&, web::Reply reply) {
            reply.send(PracticePage::file(QLatin1String(name), type));
        });
    };
    file("/practice", "practice.html", "text/html; charset=utf-8");
    file("/practice/practice.css", "practice.css", "text/css; charset=utf-8");
    file("/practice/practice.js", "practice.js", "text/javascript; charset=utf-8");
    file("/practice/blocks.js", "blocks.js", "text/javascript; charset=utf-8");
    file("/practice/views.js", "views.js", "text/javascript; charset=utf-8");
    PracticePage& page = m_page;
    router.add("GET", QStringLiteral("/practice/people"),
               own(m_lock, [&page](const web::Request& request) { return page.people(request); }));
    router.add("GET", QStringLiteral("/practice/places"),
               own(m_lock, [&page](const web::Request& request) { return page.places(request); }));
    router.add("GET", QStringLiteral("/practice/messages"),
               own(m_lock, [&page](const web::Request& request) { return page.messages(request); }));
    router.add("POST", QStringLiteral("/practice/say"),
               own(m_lock, [&page](const web::Request& request) { return page.say(request); }));
    router.add("POST", QStringLiteral("/practice/press"),
               own(m_lock, [&page](const web::Request& request) { return page.press(request); }));
}

void Practice::addViews(web::Router& router)
{
    ViewPage& page = m_viewPage;
    router.add("GET", QStringLiteral("/practice/views"),
               own(m_lock, [&page](const web::Request& request) { return page.shown(request); }));
    using Run = web::Response (ViewPage::*)(const web::Request&);
    const auto post = [&](const char* path, Run run) {
        router.add("POST", QStringLiteral("/practice/") + QLatin1String(path),
                   own(m_lock, [&page, run](const web::Request& request) { return (page.*run)(request); }));
    };
    post("home", &ViewPage::openHome);
    post("views/press", &ViewPage::press);
    post("views/submit", &ViewPage::submit);
    post("views/close", &ViewPage::close);
}

void Practice::addResponses(web::Router& router)
{
    const web::Handler post = [this](const web::Request& request, web::Reply reply) {
        QMutexLocker guard(&m_lock);
        web::Response response = m_acts.responseUrls().post(QString::fromLatin1(request.path), request.body);
        guard.unlock();
        reply.send(std::move(response));
    };
    router.add("POST", QStringLiteral("/commands/{team}/{number}/{secret}"), post);
    router.add("POST", QStringLiteral("/actions/{team}/{number}/{secret}"), post);
}

}  // namespace refrain::sandbox
