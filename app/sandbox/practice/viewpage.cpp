#include "sandbox/practice/viewpage.h"

#include "sandbox/pages/personpicker.h"

#include <QJsonDocument>

namespace refrain::sandbox {

namespace {

web::Response problem(const char* sentence)
{
    return web::Response::json({{QStringLiteral("problem"), QLatin1String(sentence)}}, 404);
}

web::Response nobody()
{
    return problem("There is no such person here.");
}

std::optional<Person> memberOf(const World& world, const QString& id)
{
    const std::optional<Person> person = world.findPerson(id);
    return person && canSignIn(*person) ? person : std::nullopt;
}

struct Posted {
    QJsonObject body;
    std::optional<Person> member;
    QString view;
    QJsonObject entered;
};

Posted read(const World& world, const web::Request& request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    return {body, memberOf(world, body.value(QStringLiteral("me")).toString()),
            body.value(QStringLiteral("view")).toString(), body.value(QStringLiteral("entered")).toObject()};
}

}  // namespace

web::Response ViewPage::shown(const web::Request& request) const
{
    const std::optional<Person> member = memberOf(m_world, request.query.value(u"me"));
    return member ? web::Response::json(m_acts.shown(*member)) : nobody();
}

web::Response ViewPage::openHome(const web::Request& request)
{
    const Posted posted = read(m_world, request);
    if (!posted.member)
        return nobody();
    m_acts.openHome(*posted.member);
    return web::Response::empty();
}

web::Response ViewPage::press(const web::Request& request)
{
    const Posted posted = read(m_world, request);
    if (!posted.member)
        return nobody();
    if (!m_acts.press(*posted.member, posted.view, pressFrom(posted.body), posted.entered))
        return problem("This view has nothing of the kind to press.");
    return web::Response::empty();
}

web::Response ViewPage::submit(const web::Request& request)
{
    const Posted posted = read(m_world, request);
    if (!posted.member)
        return nobody();
    if (!m_acts.submit(*posted.member, posted.view, posted.entered))
        return problem("This modal is not open any more.");
    return web::Response::empty();
}

web::Response ViewPage::close(const web::Request& request)
{
    const Posted posted = read(m_world, request);
    if (!posted.member)
        return nobody();
    if (!m_acts.close(*posted.member, posted.view, posted.body.value(QStringLiteral("all")).toBool()))
        return problem("This modal is not open any more.");
    return web::Response::empty();
}

}  // namespace refrain::sandbox
