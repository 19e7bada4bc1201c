#pragma once

#include "sandbox/world/ids.h"
#include "sandbox/world/names.h"
#include "sandbox/world/person.h"

#include <optional>

namespace refrain::sandbox {

/// Everybody the seed makes, one at a time: a pure function of (seed, index). Any thread.
///
/// The first rows are a fixed cast, so that even a tiny workspace has one of each kind; after them
/// chance decides. Index 0 is the primary owner, 1 is Slackbot, 2 is the app's own bot.
class People {
public:
    explicit People(quint64 seed);

    static constexpr quint64 primaryOwner = 0;
    static constexpr quint64 slackbot = 1;
    static constexpr quint64 appBot = 2;
    static constexpr quint64 neighbour = 8;  ///< Of another company; in every channel that is shared with it.

    [[nodiscard]] Person at(quint64 index) const;
    [[nodiscard]] PersonKind kindAt(quint64 index) const;
    [[nodiscard]] bool deletedAt(quint64 index) const;
    [[nodiscard]] QString idAt(quint64 index) const;

    [[nodiscard]] const Names& names() const { return m_names; }

    /// The index an id was made from; nullopt for what this seed never makes.
    [[nodiscard]] std::optional<quint64> indexOf(QStringView id) const;
    /// The only index whose generated address can be this one; the caller compares.
    [[nodiscard]] std::optional<quint64> indexFromEmail(const QString& email) const;

private:
    void nameOf(Person& person) const;
    void nameBot(Person& person) const;
    void describe(Person& person) const;

    quint64 m_seed;
    IdScheme m_ids;
    Names m_names;
};

}  // namespace refrain::sandbox
