#include "sandbox/world/people.h"

#include "sandbox/world/draw.h"

#include <QStringList>

#include <array>

namespace refrain::sandbox {

namespace {

enum Stream : quint64 { KindStream = 1, DeletedStream, NameStream, DetailStream, LookStream };

constexpr std::array cast{
    PersonKind::PrimaryOwner, PersonKind::Slackbot,
    PersonKind::AppBot,       PersonKind::Admin,
    PersonKind::Member,       PersonKind::Guest,
    PersonKind::Owner,        PersonKind::Member,
    PersonKind::Stranger,     PersonKind::SingleChannelGuest,
    PersonKind::Bot,          PersonKind::Invited,
    PersonKind::WorkflowBot,  PersonKind::ConnectorBot,
    PersonKind::Stranger,
};
constexpr quint64 leaverOfCast = 7;

constexpr qint64 firstUpdate = 1'672'531'200;  // 2023-01-01
constexpr quint32 updateSpan = 94'000'000;     // just under three years

template <class T>
const T& pick(const std::vector<T>& from, Draw& draw)
{
    return from[draw.below(quint32(from.size()))];
}

}  // namespace

People::People(quint64 seed) : m_seed(seed), m_ids(seed, IdFamily::User) {}

PersonKind People::kindAt(quint64 index) const
{
    if (index < cast.size())
        return cast[index];
    const quint32 share = Draw(m_seed, KindStream, index).below(1000);
    if (share < 8)
        return PersonKind::Admin;
    if (share < 10)
        return PersonKind::Owner;
    if (share < 40)
        return PersonKind::Guest;
    if (share < 55)
        return PersonKind::SingleChannelGuest;
    if (share < 65)
        return PersonKind::Stranger;
    if (share < 72)
        return PersonKind::Invited;
    if (share < 84)
        return PersonKind::Bot;
    if (share < 86)
        return PersonKind::WorkflowBot;
    if (share < 87)
        return PersonKind::ConnectorBot;
    return PersonKind::Member;
}

bool People::deletedAt(quint64 index) const
{
    if (index < cast.size())
        return index == leaverOfCast;
    return Draw(m_seed, DeletedStream, index).percent(6);
}

QString People::idAt(quint64 index) const
{
    if (index == slackbot)
        return QStringLiteral("USLACKBOT");
    // People of another organization often carry Enterprise ids.
    const bool wide = index % 2 == 0 && kindAt(index) == PersonKind::Stranger;
    return m_ids.encode(index, wide ? 'W' : 'U');
}

std::optional<quint64> People::indexOf(QStringView id) const
{
    if (id == u"USLACKBOT")
        return slackbot;
    const std::optional<quint64> index = m_ids.decode(id);
    if (!index || idAt(*index) != id)
        return std::nullopt;
    return index;
}

std::optional<quint64> People::indexFromEmail(const QString& email) const
{
    const qsizetype at = email.indexOf(u'@');
    qsizetype from = at;
    while (from > 0 && email[from - 1].isDigit())
        --from;
    bool ok = false;
    const quint64 index = at > from ? email.mid(from, at - from).toULongLong(&ok) : 0;
    return ok ? std::optional(index) : std::nullopt;
}

Person People::at(quint64 index) const
{
    Person person;
    person.index = index;
    person.id = idAt(index);
    person.kind = kindAt(index);
    person.deleted = deletedAt(index);
    person.look = Draw(m_seed, LookStream, index).next();
    if (isBot(person.kind))
        nameBot(person);
    else
        nameOf(person);
    describe(person);
    return person;
}

void People::nameOf(Person& person) const
{
    Draw draw(m_seed, NameStream, person.index);
    // The owner is whoever tries Refrain for the first time: a name in the letters that all of it is written in.
    const Culture& drawn = pick(m_names.cultures(), draw);
    const Culture& culture = person.kind == PersonKind::PrimaryOwner ? m_names.cultures().front() : drawn;
    const Name& given = pick(culture.given, draw);
    const Name& family = pick(culture.family, draw);
    person.firstName = given.native;
    person.lastName = family.native;
    if (culture.familyFirst)
        person.realName = QStringList{family.native, given.native}.join(culture.locale == u"vi-VN" ? u" " : u"");
    else if (culture.initials && draw.percent(30))
        person.realName =
            QStringLiteral("%1 %2. %3").arg(given.native, QChar(u'A' + char16_t(draw.below(26))), family.native);
    else
        person.realName = given.native + u' ' + family.native;
    person.handle = QStringLiteral("%1.%2%3").arg(given.ascii, family.ascii).arg(person.index);
    const quint32 display = draw.below(100);
    if (display < 55)
        person.displayName = given.native;
    else if (display < 75)
        person.displayName = given.ascii + u'.' + family.ascii;
    person.locale = culture.locale;
    person.timeZone = pick(culture.zones, draw);
    if (person.index >= cast.size() && draw.oneIn(250)) {
        person.realName = pick(m_names.hostile(), draw);
        person.displayName = person.realName.left(80);
        person.firstName = person.realName.section(u' ', 0, 0);
        person.lastName = person.realName.section(u' ', 1);
    }
}

void People::nameBot(Person& person) const
{
    person.locale = QStringLiteral("en-US");
    person.timeZone = QStringLiteral("America/Los_Angeles");
    if (person.kind == PersonKind::Slackbot) {
        person.realName = QStringLiteral("Slackbot");
        person.handle = QStringLiteral("slackbot");
    } else if (person.kind == PersonKind::AppBot) {
        person.realName = QStringLiteral("Refrain");
        person.handle = QStringLiteral("refrain");
    } else {
        Draw draw(m_seed, NameStream, person.index);
        person.realName = pick(m_names.bots(), draw);
        person.handle = asciiFold(person.realName) + QString::number(person.index);
    }
    person.firstName = person.realName;
    person.displayName = person.kind == PersonKind::Slackbot ? person.realName : QString();
}

void People::describe(Person& person) const
{
    Draw draw(m_seed, DetailStream, person.index);
    person.updated = firstUpdate + draw.below(updateSpan);
    if (isBot(person.kind))
        return;
    const bool outside = person.kind == PersonKind::Stranger;
    const bool guest = person.kind == PersonKind::Guest || person.kind == PersonKind::SingleChannelGuest;
    const QString domain = outside ? QStringLiteral("northwind.example")
                           : guest ? QStringLiteral("partner.example")
                                   : QStringLiteral("acme.test");
    person.email = person.handle + u'@' + domain;
    if (draw.percent(70))
        person.title = pick(m_names.titles(), draw);
    if (draw.percent(15))
        person.phone = QStringLiteral("+1 202 555 01%1").arg(draw.below(100), 2, 10, QLatin1Char('0'));
    if (draw.percent(12)) {
        static const std::array pronouns{QStringLiteral("she/her"), QStringLiteral("he/him"),
                                         QStringLiteral("they/them")};
        person.pronouns = pronouns[draw.below(quint32(pronouns.size()))];
    }
    if (draw.percent(18)) {
        static const std::array status{QStringLiteral("In a meeting"), QStringLiteral("Vacationing"),
                                       QStringLiteral("Out sick"), QStringLiteral("Working remotely")};
        static const std::array emoji{QStringLiteral(":spiral_calendar_pad:"), QStringLiteral(":palm_tree:"),
                                      QStringLiteral(":face_with_thermometer:"), QStringLiteral(":house_with_garden:")};
        const quint32 which = draw.below(quint32(status.size()));
        person.statusText = status[which];
        person.statusEmoji = emoji[which];
    }
}

}  // namespace refrain::sandbox
