#include "sandbox/world/person.h"

#include <array>
#include <utility>

namespace refrain::sandbox {

namespace {

constexpr std::array<std::pair<PersonKind, const char*>, 13> kindWords{{
    {PersonKind::Member, "member"},
    {PersonKind::Admin, "admin"},
    {PersonKind::Owner, "owner"},
    {PersonKind::PrimaryOwner, "primary_owner"},
    {PersonKind::Guest, "guest"},
    {PersonKind::SingleChannelGuest, "single_channel_guest"},
    {PersonKind::Stranger, "stranger"},
    {PersonKind::Invited, "invited"},
    {PersonKind::Bot, "bot"},
    {PersonKind::WorkflowBot, "workflow_bot"},
    {PersonKind::ConnectorBot, "connector_bot"},
    {PersonKind::AppBot, "app_bot"},
    {PersonKind::Slackbot, "slackbot"},
}};

}  // namespace

QString toString(PersonKind kind)
{
    for (const auto& [value, word] : kindWords) {
        if (value == kind)
            return QLatin1String(word);
    }
    return {};
}

PersonKind personKindFrom(const QString& word)
{
    for (const auto& [value, text] : kindWords) {
        if (word == QLatin1String(text))
            return value;
    }
    return PersonKind::Member;
}

bool isBot(PersonKind kind)
{
    return kind == PersonKind::Bot || kind == PersonKind::WorkflowBot || kind == PersonKind::ConnectorBot ||
           kind == PersonKind::AppBot || kind == PersonKind::Slackbot;
}

bool isOwner(PersonKind kind)
{
    return kind == PersonKind::Owner || kind == PersonKind::PrimaryOwner;
}

bool isAdmin(PersonKind kind)
{
    return kind == PersonKind::Admin || isOwner(kind);
}

bool isFullMember(PersonKind kind)
{
    return kind == PersonKind::Member || isAdmin(kind);
}

void applyChange(const QJsonObject& change, Person& person)
{
    const auto text = [&](const QString& key, QString& field) {
        const QJsonValue value = change.value(key);
        if (value.isString())
            field = value.toString();
    };
    text(QStringLiteral("realName"), person.realName);
    text(QStringLiteral("displayName"), person.displayName);
    text(QStringLiteral("firstName"), person.firstName);
    text(QStringLiteral("lastName"), person.lastName);
    text(QStringLiteral("email"), person.email);
    text(QStringLiteral("title"), person.title);
    if (change.contains(QStringLiteral("kind")))
        person.kind = personKindFrom(change.value(QStringLiteral("kind")).toString());
    person.deleted = change.value(QStringLiteral("deleted")).toBool(person.deleted);
    person.updated = change.value(QStringLiteral("updated")).toInteger(person.updated);
}

}  // namespace refrain::sandbox
