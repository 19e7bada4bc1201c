// The HTTP half of Control: /practice/api.
#include "sandbox/api/ratelimiter.h"
#include "sandbox/delivery/events.h"
#include "sandbox/delivery/mailbox.h"
#include "sandbox/faults/faults.h"
#include "sandbox/pages/personpicker.h"
#include "sandbox/practice/control.h"
#include "sandbox/shapes/userjson.h"
#include "sandbox/state/grants.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace refrain::sandbox {

namespace {

web::Response refuse(int status, const QString& sentence)
{
    return web::Response::json({{QStringLiteral("ok"), false}, {QStringLiteral("error"), sentence}}, status);
}

web::Response done(QJsonObject fields = {})
{
    fields.insert(QStringLiteral("ok"), true);
    return web::Response::json(fields);
}

/// The body's object; nullopt where it is none. An empty body is an empty object.
std::optional<QJsonObject> bodyOf(const web::Request& request)
{
    if (request.body.trimmed().isEmpty())
        return QJsonObject();
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

web::Response noObject()
{
    return refuse(400, QStringLiteral("The body has to be a JSON object."));
}

}  // namespace

web::Response Control::state(const web::Request&)
{
    QJsonArray installations;
    for (const Installation& installation : m_grants.installations())
        installations.append(QJsonObject{{QStringLiteral("workspace"), installation.workspace},
                                         {QStringLiteral("active"), installation.active},
                                         {QStringLiteral("scopes"), installation.botScopes.join(u',')}});
    return done({{QStringLiteral("team"), m_world.teamId()},
                 {QStringLiteral("enterprise"), m_world.enterpriseId()},
                 {QStringLiteral("app"), m_world.appId()},
                 {QStringLiteral("bot"), m_world.botUserId()},
                 {QStringLiteral("primaryOwner"), m_world.person(People::primaryOwner).id},
                 {QStringLiteral("users"), qint64(m_world.peopleCount())},
                 {QStringLiteral("channels"), qint64(m_world.channelCount())},
                 {QStringLiteral("seed"), QString::number(m_world.size().seed)},
                 {QStringLiteral("installations"), installations}});
}

web::Response Control::listUsers(const web::Request& request)
{
    const QString wanted = request.query.value(u"q");
    QJsonArray users;
    for (const Person& person : wanted.isEmpty() ? quickPicks(m_world) : searchPeople(m_world, wanted)) {
        QJsonObject user = userObject(m_world, person, {true, false, false});
        user.insert(QStringLiteral("kind"), toString(person.kind));
        user.insert(QStringLiteral("dm"), m_world.dmId(person.index));
        users.append(user);
    }
    return done({{QStringLiteral("users"), users}});
}

web::Response Control::postUser(const web::Request& request)
{
    const std::optional<QJsonObject> change = bodyOf(request);
    if (!change)
        return noObject();
    const QString id = request.parameter(QStringLiteral("id"));
    if (id.isEmpty())
        return done({{QStringLiteral("user"), addUser(*change)}});
    const std::optional<Person> person = m_world.findPerson(id);
    if (!person)
        return refuse(404, QStringLiteral("There is nobody with the id %1.").arg(id));
    return done({{QStringLiteral("user"), changeUser(*person, *change)}});
}

web::Response Control::postChannel(const web::Request& request)
{
    const std::optional<QJsonObject> change = bodyOf(request);
    if (!change)
        return noObject();
    const QString id = request.parameter(QStringLiteral("id"));
    if (id.isEmpty())
        return done({{QStringLiteral("channel"), addChannel(*change)}});
    const std::optional<Channel> channel = m_world.findChannel(id);
    if (!channel)
        return refuse(404, QStringLiteral("There is no channel with the id %1.").arg(id));
    return done({{QStringLiteral("channel"), changeChannel(*channel, *change)}});
}

web::Response Control::postMember(const web::Request& request)
{
    const std::optional<QJsonObject> body = bodyOf(request);
    if (!body)
        return noObject();
    const std::optional<Channel> channel = m_world.findChannel(request.parameter(QStringLiteral("id")));
    const std::optional<Person> person = m_world.findPerson(body->value(QStringLiteral("user")).toString());
    if (!channel || !person)
        return refuse(404, QStringLiteral("There is no such channel or user."));
    setMember(*channel, *person, body->value(QStringLiteral("member")).toBool(true));
    return done();
}

web::Response Control::messages(const web::Request& request)
{
    QString channel = request.query.value(u"channel");
    const std::optional<Person> person = m_world.findPerson(request.query.value(u"user"));
    if (channel.isEmpty() && person)
        channel = m_world.dmId(person->index);
    QJsonArray list;
    for (const Message& message : m_mailbox.inChannel(channel)) {
        QJsonObject json = message.content;
        json.insert(QStringLiteral("ts"), message.ts);
        json.insert(QStringLiteral("user"), message.author);
        json.insert(QStringLiteral("edited"), message.edited);
        if (!message.onlyFor.isEmpty())
            json.insert(QStringLiteral("onlyFor"), message.onlyFor);
        list.append(json);
    }
    return done({{QStringLiteral("channel"), channel}, {QStringLiteral("messages"), list}});
}

/// Emits `event` as it is, though nothing here caused it: what the practice workspace cannot do itself
/// (channel_id_changed, team_rename), or twice, or too late.
web::Response Control::postEvent(const web::Request& request)
{
    const std::optional<QJsonObject> body = bodyOf(request);
    const QJsonObject event = body ? body->value(QStringLiteral("event")).toObject() : QJsonObject();
    if (event.value(QStringLiteral("type")).toString().isEmpty())
        return refuse(400, QStringLiteral("\"event\" has to be an object with a \"type\"."));
    m_events.emitTo(body->value(QStringLiteral("workspace")).toString(m_world.teamId()), event);
    return done();
}

web::Response Control::postFaults(const web::Request& request)
{
    Result<Faults> faults = Faults::parse(request.body);
    if (!faults)
        return refuse(400, faults.error().message());
    m_faults = std::move(faults).value();
    return done();
}

web::Response Control::postRateLimits(const web::Request& request)
{
    const std::optional<QJsonObject> body = bodyOf(request);
    if (!body || !body->value(QStringLiteral("on")).isBool())
        return refuse(400, QStringLiteral("\"on\" has to be true or false."));
    m_limiter.setEnabled(body->value(QStringLiteral("on")).toBool());
    return done();
}

web::Response Control::postUninstall(const web::Request& request)
{
    const std::optional<QJsonObject> body = bodyOf(request);
    if (!body)
        return noObject();
    const QString workspace = body->value(QStringLiteral("workspace")).toString(m_world.teamId());
    const std::optional<Installation> installation = m_grants.installation(workspace);
    if (!installation || !installation->active)
        return refuse(404, QStringLiteral("The app is not installed in %1.").arg(workspace));
    uninstall(workspace);
    return done();
}

}  // namespace refrain::sandbox
