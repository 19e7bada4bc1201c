#pragma once

#include <QString>

#include <optional>

namespace refrain {

/// Where a change came from: the surface a person or program used. New ones go last: caches hold the numbers.
enum class Source {
    Console,
    SlashCommand,
    AppHome,
    MessageButton,
    Link,
    OneClick,
    Api,
    Import,
    Connector,
    Policy,
    DirectMessage,  ///< Written to the app.
};

[[nodiscard]] QString toString(Source source);
[[nodiscard]] std::optional<Source> sourceFromString(const QString& name);

/// True for the surfaces on which people act for themselves alone: /optout, App Home, buttons, links.
[[nodiscard]] bool isOwnSurface(Source source);

enum class ActorKind { SlackUser, ConsoleUser, ApiKey, System };

[[nodiscard]] QString toString(ActorKind kind);
[[nodiscard]] std::optional<ActorKind> actorKindFromString(const QString& name);

/// Who did it. For Slack and console users `id` is the Slack user id.
struct Actor {
    ActorKind kind = ActorKind::System;
    QString id;
    QString name;

    friend bool operator==(const Actor&, const Actor&) = default;
};

/// What a signed-in person or an API key may do in a workspace (contract, Roles).
enum class Role { Viewer, Support, Sender, Admin, Service };

[[nodiscard]] QString toString(Role role);
[[nodiscard]] std::optional<Role> roleFromString(const QString& name);

/// On whose behalf staff acts; Person and Legal make the choice the person's own word.
enum class RequestedBy { Person, Staff, Legal };

[[nodiscard]] QString toString(RequestedBy requestedBy);
[[nodiscard]] std::optional<RequestedBy> requestedByFromString(const QString& name);

}  // namespace refrain
