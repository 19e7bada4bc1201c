#pragma once

#include "domain/preference.h"

#include <QtGlobal>

namespace refrain::console {

/// Who made a choice, as a filter asks for it.
enum class ChosenBy { Unknown, Person, Staff, Api, System };

/// Where a choice came from and who made it, in a byte.
class ChoiceOrigin {
public:
    ChoiceOrigin() = default;
    ChoiceOrigin(std::optional<Source> source, ChosenBy by)
        : m_bits(static_cast<quint8>((source ? static_cast<int>(*source) + 1 : 0) << 3 | static_cast<int>(by)))
    {
    }
    /// `isOwnId`: the actor is the subject.
    [[nodiscard]] static ChoiceOrigin of(std::optional<Source> source, std::optional<ActorKind> actor, bool isOwnId);
    /// A change made here that is not in force yet.
    [[nodiscard]] static ChoiceOrigin local() { return {Source::Console, ChosenBy::Staff}; }

    [[nodiscard]] std::optional<Source> source() const
    {
        return m_bits >> 3 ? std::optional(static_cast<Source>((m_bits >> 3) - 1)) : std::nullopt;
    }
    [[nodiscard]] ChosenBy by() const { return static_cast<ChosenBy>(m_bits & 7); }
    friend bool operator==(const ChoiceOrigin&, const ChoiceOrigin&) = default;

private:
    quint8 m_bits = 0;
};

/// What a filter asks of an origin: its source, or who.
struct OriginTest {
    std::optional<Source> source;
    ChosenBy by = ChosenBy::Unknown;  ///< Where no source is asked for.
    bool isNegated = false;

    [[nodiscard]] bool holds(ChoiceOrigin origin) const
    {
        return (source ? origin.source() == source : origin.by() == by) != isNegated;
    }
    friend bool operator==(const OriginTest&, const OriginTest&) = default;
};

inline ChoiceOrigin ChoiceOrigin::of(std::optional<Source> source, std::optional<ActorKind> actor, bool isOwnId)
{
    if (!actor)
        return {source, ChosenBy::Unknown};
    switch (*actor) {
        case ActorKind::SlackUser:
            return {source, isOwnId || (source && isOwnSurface(*source)) ? ChosenBy::Person : ChosenBy::Staff};
        case ActorKind::ConsoleUser: return {source, ChosenBy::Staff};
        case ActorKind::ApiKey: return {source, ChosenBy::Api};
        case ActorKind::System: return {source, ChosenBy::System};
    }
    return {source, ChosenBy::Unknown};
}

}  // namespace refrain::console
