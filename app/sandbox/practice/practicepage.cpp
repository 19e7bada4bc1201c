#include "sandbox/practice/practicepage.h"

#include "sandbox/pages/personpicker.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace refrain::sandbox {

namespace {

constexpr qsizetype longestText = 4000;

web::Response problem(const char* sentence, int status)
{
    return web::Response::json({{QStringLiteral("problem"), QLatin1String(sentence)}}, status);
}

QJsonObject personJson(const Person& person)
{
    return {{QStringLiteral("id"), person.id},
            {QStringLiteral("name"), person.realName},
            {QStringLiteral("handle"), person.handle},
            {QStringLiteral("title"), person.title},
            {QStringLiteral("role"), roleInWords(person.kind)}};
}

struct Seat {
    std::optional<Person> member;
    std::optional<Place> place;
};

Seat seatOf(const World& world, const Places& places, const QString& me, const QString& at)
{
    Seat seat{world.findPerson(me), {}};
    if (seat.member && !canTakePart(*seat.member))
        seat.member.reset();
    if (seat.member)
        seat.place = places.find(*seat.member, at);
    return seat;
}

QString originOf(const web::Request& request)
{
    return QStringLiteral("http://") + QString::fromLatin1(request.header("Host"));
}

}  // namespace

bool isOwnOrigin(const web::Request& request)
{
    const QByteArray origin = request.header("Origin");
    return origin.isEmpty() || origin.compare("http://" + request.header("Host"), Qt::CaseInsensitive) == 0;
}

web::Response PracticePage::file(const QString& name, const QByteArray& type)
{
    QFile file(QStringLiteral(":/practice/") + name);
    web::Response response;
    if (!file.open(QIODevice::ReadOnly))
        return problem("There is no such file.", 404);
    response.body = file.readAll();
    return response.set("Content-Type", type)
        .set("Cache-Control", "no-store")
        .set("Referrer-Policy", "no-referrer")
        .set("X-Content-Type-Options", "nosniff")
        .set("Content-Security-Policy",
             "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri "
             "'none'; "
             "form-action 'none'; frame-ancestors 'none'");
}

web::Response PracticePage::people(const web::Request& request) const
{
    const QString text = request.query.value(u"q");
    QJsonArray items;
    for (const Person& person :
         text.trimmed().isEmpty() ? quickPicks(m_world, canTakePart) : searchPeople(m_world, text, canTakePart))
        items.append(personJson(person));
    return web::Response::json({{QStringLiteral("items"), items}});
}

web::Response PracticePage::places(const web::Request& request) const
{
    const Seat seat = seatOf(m_world, m_places, request.query.value(u"me"), {});
    if (!seat.member)
        return problem("There is no such person here.", 404);
    QJsonArray items;
    for (const Place& place : m_places.of(*seat.member))
        items.append(QJsonObject{{QStringLiteral("id"), place.id},
                                 {QStringLiteral("name"), place.name},
                                 {QStringLiteral("direct"), place.isDirect},
                                 {QStringLiteral("private"), place.isPrivate}});
    return web::Response::json({{QStringLiteral("me"), personJson(*seat.member)},
                                {QStringLiteral("team"), m_world.teamName()},
                                {QStringLiteral("items"), items}});
}

web::Response PracticePage::messages(const web::Request& request) const
{
    const Seat seat = seatOf(m_world, m_places, request.query.value(u"me"), request.query.value(u"at"));
    if (!seat.place)
        return problem("This person has no such conversation.", 404);
    QJsonArray items;
    for (const Message& message : m_places.messages(*seat.member, *seat.place)) {
        QJsonObject item = message.content;
        item.insert(QStringLiteral("ts"), message.ts);
        item.insert(QStringLiteral("author"), m_places.authorName(message.author));
        item.insert(QStringLiteral("app"), message.author == m_world.botUserId());
        item.insert(QStringLiteral("mine"), message.author == seat.member->id);
        item.insert(QStringLiteral("ephemeral"), !message.onlyFor.isEmpty());
        item.insert(QStringLiteral("edited"), message.edited);
        items.append(item);
    }
    return web::Response::json({{QStringLiteral("items"), items}});
}

web::Response PracticePage::say(const web::Request& request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const Seat seat = seatOf(m_world, m_places, body.value(QStringLiteral("me")).toString(),
                             body.value(QStringLiteral("at")).toString());
    const QString text = body.value(QStringLiteral("text")).toString().trimmed();
    if (!seat.place)
        return problem("This person has no such conversation.", 404);
    if (text.isEmpty() || text.size() > longestText)
        return problem("A message has 1 to 4,000 characters.", 422);
    m_acts.say(*seat.member, *seat.place, text, originOf(request));
    return web::Response::empty();
}

web::Response PracticePage::press(const web::Request& request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const Seat seat = seatOf(m_world, m_places, body.value(QStringLiteral("me")).toString(),
                             body.value(QStringLiteral("at")).toString());
    if (!seat.place)
        return problem("This person has no such conversation.", 404);
    const Press press = pressFrom(body);
    if (!m_acts.press(*seat.member, *seat.place, body.value(QStringLiteral("ts")).toString(), press, originOf(request)))
        return problem("This message has nothing of the kind to press.", 404);
    return web::Response::empty();
}

}  // namespace refrain::sandbox
