#include "domain/actor.h"

#include "base/enumnames.h"

namespace refrain {

namespace {

constexpr EnumNames<Source, 11> sourceNames{{{
    {Source::Console, "console"},
    {Source::SlashCommand, "slash_command"},
    {Source::AppHome, "app_home"},
    {Source::MessageButton, "message_button"},
    {Source::Link, "link"},
    {Source::OneClick, "one_click"},
    {Source::Api, "api"},
    {Source::Import, "import"},
    {Source::Connector, "connector"},
    {Source::Policy, "policy"},
    {Source::DirectMessage, "direct_message"},
}}};

constexpr EnumNames<ActorKind, 4> actorKindNames{{{
    {ActorKind::SlackUser, "slack_user"},
    {ActorKind::ConsoleUser, "console_user"},
    {ActorKind::ApiKey, "api_key"},
    {ActorKind::System, "system"},
}}};

constexpr EnumNames<Role, 5> roleNames{{{
    {Role::Viewer, "viewer"},
    {Role::Support, "support"},
    {Role::Sender, "sender"},
    {Role::Admin, "admin"},
    {Role::Service, "service"},
}}};

constexpr EnumNames<RequestedBy, 3> requestedByNames{{{
    {RequestedBy::Person, "person"},
    {RequestedBy::Staff, "staff"},
    {RequestedBy::Legal, "legal"},
}}};

}  // namespace

QString toString(Source value)
{
    return sourceNames.name(value);
}

std::optional<Source> sourceFromString(const QString& name)
{
    return sourceNames.value(name);
}

QString toString(ActorKind value)
{
    return actorKindNames.name(value);
}

std::optional<ActorKind> actorKindFromString(const QString& name)
{
    return actorKindNames.value(name);
}

QString toString(Role value)
{
    return roleNames.name(value);
}

std::optional<Role> roleFromString(const QString& name)
{
    return roleNames.value(name);
}

QString toString(RequestedBy value)
{
    return requestedByNames.name(value);
}

std::optional<RequestedBy> requestedByFromString(const QString& name)
{
    return requestedByNames.value(name);
}

bool isOwnSurface(Source source)
{
    switch (source) {
        case Source::SlashCommand:
        case Source::DirectMessage:
        case Source::AppHome:
        case Source::MessageButton:
        case Source::Link:
        case Source::OneClick: return true;
        case Source::Console:
        case Source::Api:
        case Source::Import:
        case Source::Connector:
        case Source::Policy: return false;
    }
    return false;
}

}  // namespace refrain
